import { describe, expect, it } from 'vitest';
import { type PageState, serialisePageState } from './page-state.ts';

const stateWith = (text: string): PageState => ({
  language: 'en',
  market: 'EU',
  publicUrl: 'https://shop.example',
  status: 200,
  cache: { ROOT_QUERY: { text } },
});

describe('serialisePageState', () => {
  it.each(['</script><script>alert(1)</script>', '<!-- <script>', 'a\u2028b\u2029c', '"\\<'])(
    'cannot end its element with %j, and reads back as it was',
    (text) => {
      const serialised = serialisePageState(stateWith(text));
      expect(serialised).not.toMatch(/[<\u2028\u2029]/);
      expect(JSON.parse(serialised)).toEqual(stateWith(text));
    },
  );
});
