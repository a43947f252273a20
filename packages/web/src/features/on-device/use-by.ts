import type { OpenedProduct } from './device-data.ts';

/** A product in use, and the day until which it keeps, as `2027-05-31`. */
export interface KeepsUntil extends OpenedProduct {
  readonly until: string;
}

/** What is open and says how long it keeps, soonest to be empty first. */
export function keepsUntil(opened: readonly OpenedProduct[]): KeepsUntil[] {
  return opened
    .flatMap((entry) => {
      const months = entry.product.details?.periodAfterOpeningMonths;
      return months ? [{ ...entry, until: monthsLater(entry.openedOn, months) }] : [];
    })
    .sort((a, b) => a.until.localeCompare(b.until));
}

/** The same day some months later; where that month is shorter, its last day. */
export function monthsLater(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const lastOfMonth = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastOfMonth))).toISOString().slice(0, 10);
}
