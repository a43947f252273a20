import { randomFillSync } from 'node:crypto';

/** Bytes that are drawn at a time. */
const DRAWN = 4_096;

let drawn = Buffer.alloc(0);
let used = 0;

/**
 * Random bytes for what is stored in the clear beside what it serves: nonces, salts. Drawn many at a time, as `randomUUID` does it, since a
 * drawing costs more than what is done with it. Not for keys and tokens: what is drawn lies in memory until it is used.
 */
export function drawNonce(length: number): Buffer {
  if (used + length > drawn.length) {
    drawn = randomFillSync(Buffer.allocUnsafeSlow(Math.max(DRAWN, length)));
    used = 0;
  }
  used += length;
  return drawn.subarray(used - length, used);
}
