import { DataKey } from './data-key.ts';

/** Data keys stay in memory a minute at most (D3): they expire after 55 s, and what has expired is overwritten every 5 s. */
const LIFETIME_MS = 55_000;
const SWEEP_MS = 5_000;
const LARGEST = 50_000;
/** No load takes this long. */
const LONGEST_LOAD_MS = 600_000;

/** What is known of a key when it is unwrapped. */
export interface UnwrappedKey {
  readonly keyId: string;
  readonly subjectId: string;
  readonly generation: number;
  readonly secret: Buffer;
}

/**
 * The data keys in this process's memory. A load that was under way when its subject's key was destroyed keeps nothing: each eviction
 * raises the subject's mark, and `put` compares it with the one from before the load.
 */
export class DataKeyCache {
  readonly #keys = new Map<string, DataKey>();
  readonly #marks = new Map<string, { evictions: number; until: number }>();
  readonly #now: () => number;
  readonly #sweeper: NodeJS.Timeout;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
    this.#sweeper = setInterval(() => this.sweep(), SWEEP_MS).unref();
  }

  /** The subject's key, if it is in memory and usable. */
  get(subjectId: string): DataKey | null {
    const key = this.#keys.get(subjectId);
    if (!key) return null;
    if (key.expiresAt > this.#now()) return key;
    this.#drop(key, 'EXPIRED');
    return null;
  }

  /** To be taken before a load, and given to `put` after it. */
  mark(subjectId: string): number {
    return this.#marks.get(subjectId)?.evictions ?? 0;
  }

  /** Keeps a loaded key, unless the subject's key was destroyed since the mark was taken; then answers null. */
  put(key: UnwrappedKey, mark: number): DataKey | null {
    if (this.mark(key.subjectId) !== mark) {
      key.secret.fill(0);
      return null;
    }
    const present = this.get(key.subjectId);
    if (present?.keyId === key.keyId) {
      // Two loads met; who holds a lease on the first keeps it.
      key.secret.fill(0);
      return present;
    }
    const oldest = this.#keys.size >= LARGEST ? this.#keys.values().next().value : undefined;
    if (oldest) this.#drop(oldest, 'EXPIRED');
    const entry = new DataKey({ ...key, expiresAt: this.#now() + LIFETIME_MS });
    this.#keys.set(key.subjectId, entry);
    return entry;
  }

  /** Takes the key of a subject from everybody in this process: it is destroyed. */
  evict(subjectId: string): void {
    this.#marks.set(subjectId, { evictions: this.mark(subjectId) + 1, until: this.#now() + LONGEST_LOAD_MS });
    const key = this.#keys.get(subjectId);
    if (key) this.#drop(key, 'DESTROYED');
  }

  /** Overwrites what has expired, and forgets the marks of loads that must have ended long ago. */
  sweep(): void {
    const now = this.#now();
    for (const key of this.#keys.values()) if (key.expiresAt <= now) this.#drop(key, 'EXPIRED');
    for (const [subjectId, { until }] of this.#marks) if (until <= now) this.#marks.delete(subjectId);
  }

  /** Overwrites all keys. */
  close(): void {
    clearInterval(this.#sweeper);
    for (const key of this.#keys.values()) this.#drop(key, 'EXPIRED');
  }

  #drop(key: DataKey, state: 'EXPIRED' | 'DESTROYED'): void {
    key.retire(state);
    if (this.#keys.get(key.subjectId) === key) this.#keys.delete(key.subjectId);
  }
}
