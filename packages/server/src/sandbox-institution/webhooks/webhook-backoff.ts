/** A webhook is repeated for three days after it was due. */
export const GIVE_UP_AFTER_MS = 3 * 24 * 3_600_000;

const LONGEST_WAIT_MS = 600_000;

/**
 * Milliseconds to wait after the given number of failures: the first wait, doubled each time, ten minutes at most.
 * The cap keeps a merchant that comes back after hours from waiting hours more.
 */
export function retryDelay(failures: number, firstRetryMs: number): number {
  return Math.min(firstRetryMs * 2 ** Math.min(failures - 1, 30), LONGEST_WAIT_MS);
}
