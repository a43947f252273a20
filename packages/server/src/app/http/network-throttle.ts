import { createHmac, randomBytes } from 'node:crypto';
import ipaddr from 'ipaddr.js';
import { LRUCache } from 'lru-cache';
import type { Clock } from '../../platform/clock/clock.ts';

const DAY_MS = 86_400_000;
const WINDOW_MS = 15 * 60_000;

/** Attempts that a network may make within the window: a large office, and few guesses a minute for anybody. */
export const MOST_ATTEMPTS = 100;

/** How many networks are counted at a time; beyond that those not heard of for longest are forgotten. */
const NETWORKS = 50_000;

/**
 * Counts what networks try, in memory alone and without any address: a block of addresses (/24 of IPv4, /48 of IPv6) is known by
 * a hash under a random key that lives for a day.
 */
export class NetworkThrottle {
  readonly #clock: Clock;
  readonly #counts = new LRUCache<string, { from: number; attempts: number }>({ max: NETWORKS });
  #key = randomBytes(32);
  #keyDay = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Counts an attempt from an address; false if its network has made too many. */
  admits(address: string): boolean {
    const now = this.#clock.now().getTime();
    const network = this.#hashOf(networkOf(address), now);
    const known = this.#counts.get(network);
    if (!known || now - known.from >= WINDOW_MS) {
      this.#counts.set(network, { from: now, attempts: 1 });
      return true;
    }
    known.attempts += 1;
    return known.attempts <= MOST_ATTEMPTS;
  }

  #hashOf(network: string, now: number): string {
    const day = Math.floor(now / DAY_MS);
    if (day !== this.#keyDay) {
      this.#key = randomBytes(32);
      this.#keyDay = day;
      this.#counts.clear();
    }
    return createHmac('sha256', this.#key).update(network).digest('base64url');
  }
}

/** The block that an address is of; whoever has one address of it may have them all. */
function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return 'unknown';
  const parsed = ipaddr.process(address);
  const bytes = parsed.toByteArray();
  return `${parsed.kind()}/${bytes.slice(0, parsed.kind() === 'ipv4' ? 3 : 6).join('.')}`;
}
