import { VAT_RATES } from './vat-rates.ts';

/**
 * The rate of VAT, in basis points, that a price includes for goods delivered to a country on a day (an ISO 8601 day there, or an
 * instant, of which the day in UTC counts). Throws a RangeError where the table says nothing: no rate may be guessed.
 */
export function vatRateAt(country: string, date: string | Date): number {
  const day = typeof date === 'string' ? date : date.toISOString().slice(0, 10);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) throw new RangeError('A day is written YYYY-MM-DD.');
  const rates = VAT_RATES.filter((each) => each.country === country && each.validFrom <= day);
  const latest = rates.reduce((last, each) => (last && last.validFrom > each.validFrom ? last : each), rates[0]);
  if (!latest) throw new RangeError(`No VAT rate is known for ${country} on ${day}.`);
  return latest.basisPoints;
}
