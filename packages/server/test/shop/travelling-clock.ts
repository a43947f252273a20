import type { Clock } from '../../src/platform/clock/clock.ts';

/** A clock that goes on like any other, and can be sent ahead. */
export interface TravellingClock extends Clock {
  /** Goes ahead by so many minutes. */
  travel(minutes: number): void;
}

/** A clock that shows the present until it travels. */
export function travellingClock(): TravellingClock {
  let ahead = 0;
  return {
    now: () => new Date(Date.now() + ahead),
    travel: (minutes) => {
      ahead += minutes * 60_000;
    },
  };
}
