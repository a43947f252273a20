import type { Dialect } from './store.ts';

/** A moment as a hand-written statement answers it: milliseconds in SQLite, ISO 8601 with a space in PostgreSQL. */
export type StoredMoment = number | string | Date;

/** The moment that was stored. */
export function momentOf(stored: StoredMoment): Date {
  return new Date(stored);
}

/** A moment as a hand-written statement takes it. */
export function storedMoment(moment: Date, dialect: Dialect): number | string {
  return dialect === 'sqlite' ? moment.getTime() : moment.toISOString();
}
