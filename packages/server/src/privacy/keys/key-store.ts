import type { KeyLease } from './data-key.ts';

/** The wrapped data keys of subjects, in a store of their own. */
export interface KeyStore {
  /** Makes and commits the key of a new subject (D3: before the main transaction). */
  createKey(subjectId: string): Promise<void>;
  /** Loads the keys of subjects; those whose key is gone are not in the lease. */
  lease(subjectIds: Iterable<string>): Promise<KeyLease>;
  /** Which of the subjects have a key; nothing is unwrapped. */
  existing(subjectIds: Iterable<string>): Promise<Set<string>>;
  /** Deletes the key; answers the epoch that last wrapped it, or null if it was gone already. Idempotent. */
  destroyKey(subjectId: string): Promise<{ epoch: number } | null>;
  /** Takes a subject's key out of the memory of this process. */
  evict(subjectId: string): void;
}
