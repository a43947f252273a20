import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { includedVat, splitIncludedVat } from './included-vat.ts';

const basisPoints = fc.integer({ min: 0, max: 2700 });
const gross = fc.integer({ min: -10_000_000, max: 10_000_000 });
const sumOf = (amounts: readonly number[]) => amounts.reduce((sum, amount) => sum + amount, 0);

describe('includedVat', () => {
  it.each([
    [11900, 1900, 1900],
    [4990, 1900, 797],
    [2550, 2550, 518],
    [10000, 2000, 1667],
    [1, 2000, 0],
    [3, 2000, 1],
    [0, 2000, 0],
    [5000, 0, 0],
    [-4990, 1900, -797],
  ])('of %i at %i basis points is %i', (amount, rate, vat) => {
    expect(includedVat(amount, rate)).toBe(vat);
  });

  it('rounds half up, and a refund mirrors its sale', () => {
    // 3 at 20 % is exactly half a cent.
    expect(includedVat(3, 2000)).toBe(1);
    expect(includedVat(-3, 2000)).toBe(-1);
  });

  it('agrees with exact arithmetic on any amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 12 }), basisPoints, (amount, rate) => {
        const [doubled, divisor] = [2n * BigInt(amount) * BigInt(rate), BigInt(10_000 + rate)];
        expect(BigInt(includedVat(amount, rate))).toBe((doubled + divisor) / (2n * divisor));
      }),
      { numRuns: 1000 },
    );
  });

  it.each([1.5, Number.NaN, 2 ** 53, Number.POSITIVE_INFINITY])('refuses %d as an amount', (amount) => {
    expect(() => includedVat(amount, 1900)).toThrow(RangeError);
  });

  it('refuses a negative rate and a fraction of a basis point', () => {
    expect(() => includedVat(100, -1)).toThrow(RangeError);
    expect(() => includedVat(100, 19.5)).toThrow(RangeError);
  });
});

describe('splitIncludedVat', () => {
  it('gives the cents left over to the lines that lost most', () => {
    // Each line includes 1.6 cents, the whole 4.8: two of three lines are rounded up.
    expect(splitIncludedVat([10, 10, 10], 1900)).toEqual([2, 2, 1]);
    expect(splitIncludedVat([], 1900)).toEqual([]);
  });

  it('adds up to the VAT of the whole, with discounts too, and moves no line by a cent or more', () => {
    fc.assert(
      fc.property(fc.array(gross, { maxLength: 12 }), basisPoints, (lines, rate) => {
        const shares = splitIncludedVat(lines, rate);
        expect(sumOf(shares)).toBe(includedVat(sumOf(lines), rate));
        for (const [at, share] of shares.entries()) {
          expect(Math.abs(share - ((lines[at] ?? 0) * rate) / (10_000 + rate))).toBeLessThan(1.000001);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
