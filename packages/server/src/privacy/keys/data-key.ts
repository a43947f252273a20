/**
 * A subject's data key in memory. It is shared by everybody who holds a lease on it, so that evicting it takes it from
 * all of them at once (D3).
 */
export class DataKey {
  readonly keyId: string;
  readonly subjectId: string;
  /** Counts the re-wrappings of the key. */
  readonly generation: number;
  /** Moment (ms since epoch) after which it is not used any more. */
  readonly usableUntil: number;
  #secret: Buffer | null;

  constructor(key: { keyId: string; subjectId: string; generation: number; usableUntil: number; secret: Buffer }) {
    this.keyId = key.keyId;
    this.subjectId = key.subjectId;
    this.generation = key.generation;
    this.usableUntil = key.usableUntil;
    this.#secret = key.secret;
  }

  /** The 32 bytes, or null once the key was evicted. */
  get secret(): Buffer | null {
    return this.#secret;
  }

  /** Overwrites the bytes. */
  evict(): void {
    this.#secret?.fill(0);
    this.#secret = null;
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
    return key?.secret ? key : null;
  }
}
