import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countColumns } from './count-columns.ts';

describe('Counting columns of bits', () => {
  it('counts what counting one by one counts', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 3 }),
        fc.array(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), { minLength: 3, maxLength: 120 }),
        fc.array(fc.nat(1000), { maxLength: 300 }),
        (width, words, picks) => {
          const height = Math.floor(words.length / width) + 1;
          // The last row is all zeros.
          const rows = new Int32Array(width * height);
          for (let word = 0; word < width; word++) {
            for (let row = 0; row < height - 1; row++) rows[word * height + row] = words[row * width + word] ?? 0;
          }
          const rowsPicked = picks.map((pick) => pick % height);
          const filled = [
            ...rowsPicked,
            ...Array.from({ length: (8 - (rowsPicked.length % 8)) % 8 }, () => height - 1),
          ];
          const counts = countColumns(rows, width, height, Int32Array.from(filled));
          const expected = Array.from({ length: width * 32 }, (_, column) =>
            rowsPicked.reduce(
              (sum, row) => sum + (((rows[(column >>> 5) * height + row] ?? 0) >>> (column & 31)) & 1),
              0,
            ),
          );
          expect([...counts]).toEqual(expected);
        },
      ),
    );
  });
});
