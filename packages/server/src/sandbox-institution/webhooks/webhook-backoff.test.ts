import { describe, expect, it } from 'vitest';
import { retryDelay } from './webhook-backoff.ts';

describe('the wait before a webhook is repeated', () => {
  it('starts with the first wait and doubles up to ten minutes', () => {
    const waits = [1, 2, 3, 4, 10, 11, 500].map((failures) => retryDelay(failures, 1000));
    expect(waits).toEqual([1000, 2000, 4000, 8000, 512_000, 600_000, 600_000]);
  });
});
