import { expect, it } from 'vitest';
import { nextQuietHour } from './quiet-hour.ts';

it.each([
  ['2026-11-26T21:40:00Z', 'Europe/Berlin', '2026-11-27T02:00:00.000Z'],
  ['2026-11-27T02:10:00Z', 'Europe/Berlin', '2026-11-28T02:00:00.000Z'],
  ['2026-11-26T21:40:00Z', 'Asia/Kolkata', '2026-11-27T21:30:00.000Z'],
  ['2026-11-26T12:00:00Z', 'America/New_York', '2026-11-27T08:00:00.000Z'],
])('After %s the next quiet hour in %s begins at %s', (now, timeZone, begins) => {
  expect(nextQuietHour(new Date(now), timeZone).toISOString()).toBe(begins);
});
