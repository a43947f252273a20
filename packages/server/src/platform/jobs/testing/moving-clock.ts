import type { Clock } from '../../clock/clock.ts';

/** A clock that a test moves. */
export interface MovingClock extends Clock {
  /** Goes ahead by so many ms. */
  advance(ms: number): void;
}

/** A clock that starts at the given moment, or now, and stands still until it is moved. */
export function movingClock(start = new Date()): MovingClock {
  let now = start.getTime();
  return {
    now: () => new Date(now),
    advance: (ms) => {
      now += ms;
    },
  };
}
