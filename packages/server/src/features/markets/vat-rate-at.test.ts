import { describe, expect, it } from 'vitest';
import { MARKETS } from './markets.ts';
import { vatRateAt } from './vat-rate-at.ts';
import { VAT_RATES } from './vat-rates.ts';

describe('vatRateAt', () => {
  it.each([
    ['EE', '2023-12-31', 2000],
    ['EE', '2024-01-01', 2200],
    ['EE', '2025-06-30', 2200],
    ['EE', '2025-07-01', 2400],
    ['SK', '2024-12-31', 2000],
    ['SK', '2025-01-01', 2300],
    ['FI', '2024-08-31', 2400],
    ['FI', '2024-09-01', 2550],
    ['RO', '2025-07-31', 1900],
    ['RO', '2025-08-01', 2100],
    ['LU', '2023-06-01', 1600],
    ['LU', '2026-11-22', 1700],
    ['CN', '2026-01-01', 1300],
    ['US', '2026-01-01', 0],
  ])('is the rate of %s on %s: %i', (country, day, basisPoints) => {
    expect(vatRateAt(country, day)).toBe(basisPoints);
  });

  it('gives the standard rates of November 2026', () => {
    const rates = Object.values(MARKETS).flatMap(({ countries }) =>
      countries.map((each) => `${each} ${vatRateAt(each, '2026-11-22') / 100}`),
    );
    expect(rates.join(', ')).toBe(
      'AT 20, BE 21, BG 20, CY 19, CZ 21, DE 19, DK 25, EE 24, ES 21, FI 25.5, FR 20, GR 24, HR 25, HU 27, IE 23, IT 22, LT 21, LU 17, ' +
        'LV 21, MT 18, NL 21, PL 23, PT 23, RO 21, SE 25, SI 22, SK 23, GB 20, US 0, CN 13',
    );
  });

  it('takes the day in UTC of an instant', () => {
    expect(vatRateAt('RO', new Date('2025-07-31T23:59:59.999Z'))).toBe(1900);
    expect(vatRateAt('RO', new Date('2025-08-01T00:00:00Z'))).toBe(2100);
  });

  it('guesses nothing', () => {
    expect(() => vatRateAt('JP', '2026-01-01')).toThrow(RangeError);
    expect(() => vatRateAt('DE', '2019-01-01')).toThrow(RangeError);
    expect(() => vatRateAt('DE', '1.1.2026')).toThrow(RangeError);
  });

  it('has one entry per country and day, each with its source', () => {
    const keys = VAT_RATES.map(({ country, validFrom }) => `${country} ${validFrom}`);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { validFrom, basisPoints, source } of VAT_RATES) {
      expect(new Date(`${validFrom}T00:00:00Z`).toISOString().slice(0, 10)).toBe(validFrom);
      expect(Number.isInteger(basisPoints) && basisPoints >= 0 && basisPoints < 3000).toBe(true);
      expect(source).not.toBe('');
    }
  });
});
