import { describe, expect, it } from 'vitest';
import { comparedSlugs, comparePath, differs, onlyHere } from './compare-state.ts';

const asked = (query: string) => comparedSlugs(new URLSearchParams(query));

describe('What is compared', () => {
  it.each([
    ['', []],
    ['products=dew-serum', ['dew-serum']],
    ['products=a,b,a,c,d', ['a', 'b', 'c']],
    ['products=a,,b%20c,%3Cscript%3E,d', ['a', 'd']],
  ])('is read from “?%s”: each once, three at most, and nothing that is no address of a product', (query, slugs) => {
    expect(asked(query)).toEqual(slugs);
  });

  it.each([[[]], [['a']], [['a', 'b-c', 'd']]])('%j is written so that it is read back', (slugs) => {
    const [path, query = ''] = comparePath(slugs, true).split('?');
    expect(path).toBe('/compare');
    expect(asked(query)).toEqual(slugs);
  });

  it('differs by what products have, not by its order', () => {
    expect(
      differs({
        cells: [
          ['dry', 'oily'],
          ['oily', 'dry'],
        ],
      }),
    ).toBe(false);
    expect(differs({ cells: [['dry', 'oily'], ['dry']] })).toBe(true);
    expect(differs({ cells: [['dry'], [], ['dry']] })).toBe(true);
  });

  it('is marked where only one product has it, and nowhere while there is one only', () => {
    const cells = [
      ['glycerin', 'urea'],
      ['glycerin', 'zinc'],
      ['glycerin', 'zinc'],
    ];
    expect([0, 1, 2].map((at) => [...onlyHere({ cells }, at)])).toEqual([['urea'], [], []]);
    expect([...onlyHere({ cells: [['urea']] }, 0)]).toEqual([]);
  });
});
