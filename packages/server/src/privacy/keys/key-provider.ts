/** What a wrapped key belongs to; the provider authenticates it, so that wrapped keys cannot be swapped. */
export interface WrapContext {
  readonly keyId: string;
  readonly subjectId: string;
}

/**
 * Holds the key-encryption keys, one per epoch, and never gives them out. All calls are idempotent. Errors are PrivacyErrors with
 * code KEY_PROVIDER (unreachable, refused) or EPOCH_GONE (unknown or destroyed).
 */
export interface KeyProvider {
  /** Makes the key-encryption key of an epoch, unless it exists. */
  createEpoch(epoch: number): Promise<void>;
  /** Encrypts a data key under an epoch. */
  wrap(epoch: number, dataKey: Buffer, context: WrapContext): Promise<Buffer>;
  /** Decrypts a data key. */
  unwrap(epoch: number, wrapped: Buffer, context: WrapContext): Promise<Buffer>;
  /** Destroys the key-encryption key of an epoch; answers when that is final (some providers wait for days). */
  destroyEpoch(epoch: number): Promise<Date>;
  /** Told that another process has made or destroyed an epoch: drops what it holds in memory. */
  refresh?(): Promise<void>;
}
