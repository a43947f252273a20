/** Where the time comes from; tests put another one in its place to live through years. */
export interface Clock {
  /** The present moment. */
  now(): Date;
}

/** The machine's clock. */
export const systemClock: Clock = { now: () => new Date() };

/** The calendar day of a moment, in UTC (ISO 8601 date). */
export function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}
