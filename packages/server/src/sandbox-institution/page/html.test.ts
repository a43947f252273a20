import { expect, it } from 'vitest';
import { html } from './html.ts';

it('escapes what is not HTML already, in lists too, and leaves undefined out', () => {
  const item = html`<li>${'<b> & "quoted"'}</li>`;
  expect(html`<ul title="${`'`}">${[item, item]}${undefined}${7}</ul>`.markup).toBe(
    '<ul title="&#39;"><li>&lt;b&gt; &amp; &quot;quoted&quot;</li><li>&lt;b&gt; &amp; &quot;quoted&quot;</li>7</ul>',
  );
});
