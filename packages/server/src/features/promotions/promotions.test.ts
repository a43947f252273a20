import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { discountOf, type PromotionTerms, promotionRefusal } from './discount-of.ts';
import { normaliseCode } from './find-promotion.ts';
import { splitAmount } from './split-amount.ts';

const promotion = (terms: Partial<PromotionTerms>): PromotionTerms => ({
  code: 'TEST',
  kind: 'PERCENT',
  percent: 1_000,
  amounts: {},
  minimumSubtotals: {},
  validFrom: '2026-01-01',
  validUntil: null,
  active: true,
  ...terms,
});

describe('An amount split over lines', () => {
  const weights = fc.array(fc.integer({ min: 0, max: 10_000_000 }), { minLength: 1, maxLength: 60 });

  it('adds up to the cent, and takes from no line more than it costs', () => {
    fc.assert(
      fc.property(weights, fc.double({ min: 0, max: 1, noNaN: true }), (lines, part) => {
        const sum = lines.reduce((total, line) => total + line, 0);
        const amount = Math.floor(sum * part);
        const shares = splitAmount(amount, lines);
        expect(shares.reduce((total, share) => total + share, 0)).toBe(amount);
        shares.forEach((share, at) => {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(lines[at] ?? 0);
        });
      }),
    );
  });

  it('differs from the exact share by less than a cent', () => {
    fc.assert(
      fc.property(weights, (lines) => {
        const sum = lines.reduce((total, line) => total + line, 0);
        const amount = Math.floor(sum / 3);
        splitAmount(amount, lines).forEach((share, at) => {
          expect(Math.abs(share - (sum === 0 ? 0 : (amount * (lines[at] ?? 0)) / sum))).toBeLessThan(1);
        });
      }),
    );
  });

  it('gives the cents left over to the lines that lost most, the earlier one first', () => {
    expect(splitAmount(100, [333, 333, 334])).toEqual([33, 33, 34]);
    expect(splitAmount(2, [1, 1, 1])).toEqual([1, 1, 0]);
  });

  it('refuses to take more than there is', () => {
    expect(() => splitAmount(11, [5, 5])).toThrow(RangeError);
  });
});

describe('A promotion', () => {
  it('takes a percentage, rounded half up', () => {
    expect(discountOf(promotion({ percent: 1_000 }), 4_995, 'EUR').amount).toBe(500);
    expect(discountOf(promotion({ percent: 1_000 }), 4_994, 'EUR').amount).toBe(499);
  });

  it('takes an amount of its currency, and never all there is to pay', () => {
    const terms = promotion({ kind: 'AMOUNT', percent: null, amounts: { EUR: 500 } });
    expect(discountOf(terms, 4_000, 'EUR').amount).toBe(500);
    expect(discountOf(terms, 300, 'EUR').amount).toBe(299);
    expect(promotionRefusal(terms, 4_000, 'GBP', '2026-05-01')).toBe('PROMOTION_NOT_HERE');
  });

  it('makes delivery free without touching the price of the goods', () => {
    const terms = promotion({ kind: 'FREE_SHIPPING', percent: null });
    expect(discountOf(terms, 4_000, 'EUR')).toEqual({ amount: 0, freeShipping: true });
  });

  it('works from its first to its last day, both included', () => {
    const terms = promotion({ validFrom: '2026-05-01', validUntil: '2026-05-31' });
    const on = (day: string) => promotionRefusal(terms, 1_000, 'EUR', day);
    expect([on('2026-04-30'), on('2026-05-01'), on('2026-05-31'), on('2026-06-01')]).toEqual([
      'PROMOTION_UNKNOWN',
      null,
      null,
      'PROMOTION_EXPIRED',
    ]);
  });

  it('asks for its smallest subtotal, where the currency has one', () => {
    const terms = promotion({ minimumSubtotals: { EUR: 2_000 } });
    expect(promotionRefusal(terms, 1_999, 'EUR', '2026-05-01')).toBe('PROMOTION_MINIMUM');
    expect(promotionRefusal(terms, 2_000, 'EUR', '2026-05-01')).toBeNull();
    expect(promotionRefusal(terms, 1, 'GBP', '2026-05-01')).toBeNull();
  });

  it('is unknown when it is switched off', () => {
    expect(promotionRefusal(promotion({ active: false }), 9_000, 'EUR', '2026-05-01')).toBe('PROMOTION_UNKNOWN');
    expect(promotionRefusal(null, 9_000, 'EUR', '2026-05-01')).toBe('PROMOTION_UNKNOWN');
  });

  it('is found however its code is typed', () => {
    expect(normaliseCode(' wel come１０ ')).toBe('WELCOME10');
  });
});
