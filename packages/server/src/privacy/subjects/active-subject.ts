import type { KeyLease } from '../keys/data-key.ts';

/**
 * A subject whose row is locked and active in the current transaction of the main store, with their key at hand: what sealing
 * asks for (D3). Made by `createSubject` and `lockActiveSubject` alone; worth nothing after the transaction, and a flush of
 * a sealed value outside of it is refused.
 */
export class ActiveSubject {
  readonly id: string;
  readonly #lease: KeyLease;

  constructor(id: string, lease: KeyLease) {
    this.id = id;
    this.#lease = lease;
  }

  /** The key to seal with, or null if it was destroyed meanwhile. @internal */
  static keyOf(subject: ActiveSubject) {
    return subject.#lease.keyOf(subject.id);
  }
}
