/** When a failed job is tried again. */
export interface JobBackoff {
  /** Wait before the second attempt, in ms; doubles from there. */
  readonly firstMs: number;
  /** Longest wait, in ms, so that what comes back after hours is noticed within minutes. */
  readonly longestMs: number;
  /** After so many attempts the job is parked; `Infinity` for what must not be given up. */
  readonly maxAttempts: number;
}

/** Twelve attempts within about an hour. */
export const DEFAULT_BACKOFF: JobBackoff = { firstMs: 1_000, longestMs: 600_000, maxAttempts: 12 };

/** Milliseconds to wait after so many attempts, or null if it was the last. */
export function waitAfter(attempts: number, { firstMs, longestMs, maxAttempts }: JobBackoff): number | null {
  if (attempts >= maxAttempts) return null;
  return Math.min(firstMs * 2 ** Math.min(attempts - 1, 30), longestMs);
}
