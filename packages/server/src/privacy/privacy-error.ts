/** What can go wrong in the privacy core; the codes are stable and no message holds a personal value. */
export type PrivacyErrorCode =
  /** The subject is unknown, being erased or erased: nothing may be sealed for them (D3). */
  | 'SUBJECT_NOT_ACTIVE'
  /** The erasure is on record and not executed: something is under way that must be finished first (decision 010). */
  | 'UNDER_WAY'
  /** The erasure is on record and not executed: what is under way could not be ended, and is tried again. */
  | 'ERASURE_WAITS'
  /** The key is gone and with it the value (D3). */
  | 'ERASED'
  /** The ciphertext was altered, or moved to another row, subject or field (D21). */
  | 'TAMPERED'
  /** A sealed value that was not loaded with its row's id and subject, or not sealed for the place it is written to. */
  | 'NOT_BOUND'
  /** A flush would write a sealed value in a transaction that has not locked the subject (D3). */
  | 'SUBJECT_NOT_LOCKED'
  /** The access matrix does not reveal this category to this viewer for this purpose. */
  | 'ACCESS_DENIED'
  /** The subject has had their data restricted: it is kept, and not used for this. It may be tried again when that is lifted. */
  | 'RESTRICTED'
  /** Something is under way that must end before the data can be restricted, and could not be ended now. */
  | 'RESTRICTION_WAITS'
  /** The grant is forged, expired, or for another subject or category. */
  | 'GRANT_REFUSED'
  /** The operation took more than the minute for which keys stay in memory (D3). */
  | 'LEASE_EXPIRED'
  /** No agreement in force covers this recipient, purpose and category (P5.3). */
  | 'NO_AGREEMENT'
  /** The key provider refused or cannot be reached. */
  | 'KEY_PROVIDER'
  /** The key store does not know the epoch, or it is destroyed. */
  | 'EPOCH_GONE';

/** An error of the privacy core. */
export class PrivacyError extends Error {
  override readonly name = 'PrivacyError';
  readonly code: PrivacyErrorCode;

  constructor(code: PrivacyErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
