import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sanitiseDescription } from './sanitise-description.ts';

describe('A description', () => {
  it.each([
    ['Soft.\n\nQuiet & <3.', '<p>Soft.</p><p>Quiet &amp; &lt;3.</p>'],
    ['<p onclick="x()">A</p><script>evil()</script>', '<p>A</p>'],
    ['<a href="javascript:evil()">A</a>', '<a>A</a>'],
    ['<a href="//evil.example">A</a>', '<a>A</a>'],
    [
      '<a href="https://example.com" target="_blank">A</a>',
      '<a href="https://example.com" rel="noopener nofollow">A</a>',
    ],
    ['<img src="https://pixel.example/1.gif"><iframe src="x"></iframe><b>A</b>', '<b>A</b>'],
    ['<h1 style="color:red">A</h1><div>B</div>', '<h2>A</h2><p>B</p>'],
    ['<style>p{}</style><form><input></form>A', '<p>A</p>'],
    ['Salt &amp; pepper', '<p>Salt &amp; pepper</p>'],
    ['<a href="javascript:evil()" title="A">A</a>', '<a title="A">A</a>'],
    ['', ''],
  ])('%j becomes %j', (given, kept) => {
    expect(sanitiseDescription(given)).toBe(kept);
  });

  it('is the same when it is sanitised again, so that an export imports without a change', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        '<p>',
        '</p>',
        '<div>',
        '</div>',
        '<b>',
        '</i>',
        '<a href="https://example.com/?a=1&b=2">',
        '</a>',
        '<br>',
        '<li>',
        '<h1>',
      ),
      fc.constantFrom(
        '<script>',
        '</script>',
        '<',
        '>',
        '&',
        '&amp;',
        '&nbsp;',
        '"',
        '\n',
        '\n\n',
        '<img src=x onerror=y>',
        '<!--',
        '-->',
      ),
      fc.string({ unit: fc.constantFrom('a', 'ä', '保', ' ', '’'), maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 15 }), (pieces) => {
        const once = sanitiseDescription(pieces.join(''));
        expect(sanitiseDescription(once)).toBe(once);
        expect(once).not.toMatch(/<script|onerror|<img|javascript:/i);
      }),
      { numRuns: 1000 },
    );
  });
});
