import type { HashKey } from '../../platform/tokens/hash-key.ts';
import type { Viewer } from '../../privacy/access/viewer.ts';
import type { PrivacyCore } from '../../privacy/core.ts';

/** The session that a request came with. */
export interface CurrentSession {
  readonly id: string;
  readonly accountId: string;
  /** The subject of the account itself. */
  readonly subjectId: string;
  /** When its holder last proved who they are. */
  readonly provedAt: Date;
}

/** A session, and all the subjects that its holder has proven to be: that of the account comes first. */
export interface OwnSession extends CurrentSession {
  readonly subjectIds: readonly string[];
}

/** What accounts need of a request's context. */
export interface AccountContext {
  readonly core: PrivacyCore;
  readonly viewer: Viewer;
  /** Key of the hashes of mailed codes, 64 hexadecimal digits; the one of idempotency fingerprints. */
  readonly fingerprintKey: HashKey;
  /** Where the shop is reached from outside, without a trailing slash; passkeys are bound to it. */
  readonly publicUrl: string;
  /** Null for visitors. A function, since signing in changes it and the server copies the context for each operation. */
  currentSession(): CurrentSession | null;
  /** How the operation was asked; what carries a secret is refused by GET (D16). */
  readonly method: 'GET' | 'POST';
  /** Signs the browser in by a token, or out by null; the rest of the operation is of the new viewer. */
  setSession(token: string | null, session: OwnSession | null): void;
  /** Counts an attempt of the network that asks. @throws {PublicError} TOO_MANY_REQUESTS */
  throttle(): void;
}
