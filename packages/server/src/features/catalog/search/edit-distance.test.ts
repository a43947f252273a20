import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bitCount, editDistance, letterMask } from './edit-distance.ts';

/** The textbook table, without any short cut. */
function distance(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number) => table[i]?.[j] as number;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      const row = table[i] as number[];
      row[j] = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        row[j] = Math.min(row[j] as number, at(i - 2, j - 2) + 1);
    }
  }
  return at(a.length, b.length);
}

const words = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 10 });

describe('The edit distance', () => {
  it('is that of the textbook, up to the limit', () => {
    fc.assert(
      fc.property(words, words, fc.integer({ min: 0, max: 3 }), (typed, term, limit) => {
        expect(editDistance(typed, term, limit, false)).toBe(Math.min(distance(typed, term), limit + 1));
      }),
    );
  });

  it('to a beginning is the least of those to all beginnings', () => {
    fc.assert(
      fc.property(words, words, fc.integer({ min: 0, max: 3 }), (typed, term, limit) => {
        const least = Math.min(
          ...Array.from({ length: term.length + 1 }, (_, end) => distance(typed, term.slice(0, end))),
        );
        expect(editDistance(typed, term, limit, true)).toBe(Math.min(least, limit + 1));
      }),
    );
  });

  it('is never so small that the letters rule it out', () => {
    fc.assert(
      fc.property(words, words, (typed, term) => {
        expect(bitCount(letterMask(typed) & ~letterMask(term))).toBeLessThanOrEqual(distance(typed, term));
      }),
    );
  });
});
