import { createSecretKey, type KeyObject } from 'node:crypto';

/** `USABLE` for at most a minute; `EXPIRED` keys are loaded anew; `DESTROYED` ones are gone for good (D3). */
export type DataKeyState = 'USABLE' | 'EXPIRED' | 'DESTROYED';

/**
 * A subject's data key in memory. It is shared by everybody who holds a lease on it, so that taking it away takes it from
 * all of them at once (D3).
 */
export class DataKey {
  readonly keyId: string;
  readonly subjectId: string;
  /** Counts the re-wrappings of the key. */
  readonly generation: number;
  /** Moment, by the cache's clock, at which it expires. */
  readonly expiresAt: number;
  #secret: KeyObject | null;
  #state: DataKeyState = 'USABLE';

  /** Takes the 32 bytes over and overwrites them where they came from. A prepared key makes the cipher four times cheaper. */
  constructor(key: { keyId: string; subjectId: string; generation: number; expiresAt: number; secret: Buffer }) {
    this.keyId = key.keyId;
    this.subjectId = key.subjectId;
    this.generation = key.generation;
    this.expiresAt = key.expiresAt;
    this.#secret = createSecretKey(key.secret);
    key.secret.fill(0);
  }

  get state(): DataKeyState {
    return this.#state;
  }

  /** The AES-256 key, or null unless it is usable. */
  get secret(): KeyObject | null {
    return this.#secret;
  }

  /** Lets the key go, whose memory is cleansed when it is collected; what was destroyed stays so. */
  retire(state: 'EXPIRED' | 'DESTROYED'): void {
    this.#secret = null;
    if (this.#state !== 'DESTROYED') this.#state = state;
  }
}

/** The data keys that one operation may use, loaded before it starts; a subject whose key is gone has none. */
export class KeyLease {
  readonly #keys: ReadonlyMap<string, DataKey>;

  constructor(keys: ReadonlyMap<string, DataKey>) {
    this.#keys = keys;
  }

  /** Whether the subject's key exists. */
  has(subjectId: string): boolean {
    return this.keyOf(subjectId) !== null;
  }

  /** The subject's key, or null if it is gone. */
  keyOf(subjectId: string): DataKey | null {
    const key = this.#keys.get(subjectId);
    return key && key.state !== 'DESTROYED' ? key : null;
  }
}
