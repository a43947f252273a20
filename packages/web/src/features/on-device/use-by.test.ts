import { describe, expect, it } from 'vitest';
import { monthsLater } from './use-by.ts';

describe('monthsLater', () => {
  it.each([
    ['2026-01-15', 6, '2026-07-15'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2027-08-31', 6, '2028-02-29'],
    ['2026-12-31', 12, '2027-12-31'],
    ['2026-10-31', 1, '2026-11-30'],
  ])('of %s, %i months, is %s', (day, months, later) => {
    expect(monthsLater(day, months)).toBe(later);
  });
});
