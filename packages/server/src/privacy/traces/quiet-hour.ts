/** The hour of the night in which hardly anybody buys, by the clock on the wall of the seller. */
const QUIET = 3;

const MINUTE_MS = 60_000;
const QUARTER_MS = 15 * MINUTE_MS;

/** When the next quiet hour begins in a time zone. Clocks that change at night may skip a quarter of it, never a day. */
export function nextQuietHour(now: Date, timeZone: string): Date {
  const hourOf = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', hourCycle: 'h23', timeZone });
  const isQuiet = (at: number) => Number(hourOf.format(new Date(at))) === QUIET;
  let at = (Math.floor(now.getTime() / QUARTER_MS) + 1) * QUARTER_MS;
  // Out of the present one first: it may be over before the work has begun.
  while (isQuiet(at)) at += QUARTER_MS;
  while (!isQuiet(at)) at += QUARTER_MS;
  return new Date(at);
}
