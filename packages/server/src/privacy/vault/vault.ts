import { Grant } from '../access/grant.ts';
import type { KeyLease } from '../keys/data-key.ts';
import type { KeyStore } from '../keys/key-store.ts';
import { PrivacyError } from '../privacy-error.ts';
import { ActiveSubject } from '../subjects/active-subject.ts';
import { decrypt, encrypt } from './cipher.ts';
import { type SealedFieldName, sealedField } from './field-registry.ts';
import { Sealed } from './sealed.ts';

/** What can be sealed: anything that survives JSON. */
export type Sealable =
  | string
  | number
  | boolean
  | null
  | readonly Sealable[]
  | { readonly [key: string]: Sealable | undefined }
  | object;

/** Seals and opens personal values. */
export class Vault {
  readonly #keys: KeyStore;
  readonly #now: () => number;

  constructor(keys: KeyStore, now: () => number) {
    this.#keys = keys;
    this.#now = now;
  }

  /** Loads the keys of subjects, at most a minute old, so that sealing and opening need not wait. */
  lease(subjectIds: Iterable<string>): Promise<KeyLease> {
    return this.#keys.lease(subjectIds);
  }

  /**
   * Seals a value for one field of one row, under the key of a subject who is locked and active in this transaction (D3).
   * @throws {PrivacyError} ERASED if the subject's key is gone.
   */
  seal<T extends Sealable>(subject: ActiveSubject, field: SealedFieldName, rowId: string, value: T): Sealed<T> {
    const key = ActiveSubject.keyOf(subject);
    if (!key) throw new PrivacyError('ERASED', 'The key of this subject is destroyed.');
    const binding = { field, rowId, subjectId: subject.id };
    const plain = Buffer.from(JSON.stringify(value), 'utf8');
    try {
      return new Sealed<T>(encrypt(key, binding, plain), binding);
    } finally {
      plain.fill(0);
    }
  }

  /**
   * Opens a value against a logged grant: the only way to plaintext.
   * @throws {PrivacyError} GRANT_REFUSED, NOT_BOUND, TAMPERED, or ERASED if the key is gone.
   */
  open<T>(sealed: Sealed<T>, grant: Grant): T {
    const { binding } = sealed;
    if (!binding)
      throw new PrivacyError('NOT_BOUND', 'A sealed value was loaded without the id and subject of its row.');
    if (!Grant.isGenuine(grant)) throw new PrivacyError('GRANT_REFUSED', 'This is no grant.');
    if (grant.expiresAt < this.#now()) throw new PrivacyError('GRANT_REFUSED', 'The grant has expired.');
    if (grant.subjectId !== binding.subjectId || grant.category !== sealedField(binding.field).category) {
      throw new PrivacyError('GRANT_REFUSED', `The grant is not for ${binding.field} of this subject.`);
    }
    const key = Grant.keyFor(grant);
    if (!key) throw new PrivacyError('ERASED', 'The key of this subject is destroyed.');
    return JSON.parse(decrypt(key, binding, sealed.bytes).toString('utf8')) as T;
  }
}
