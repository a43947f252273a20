import type { HashKey } from '../../platform/tokens/hash-key.ts';
import type { SubjectProof } from '../../privacy/access/viewer.ts';
import type { PrivacyCore } from '../../privacy/core.ts';
import type { CurrentSession } from '../accounts/account-context.ts';
import type { CartContext } from '../cart/cart-context.ts';
import type { PaymentDeps } from '../payments/payment-deps.ts';

/** What checkout needs of a request's context. */
export interface CheckoutContext extends CartContext {
  readonly core: PrivacyCore;
  readonly payments: PaymentDeps;
  /** The customer who orders; null for guests. */
  currentSession(): CurrentSession | null;
  /** Key of idempotency fingerprints (D2), 64 hexadecimal digits. */
  readonly fingerprintKey: HashKey;
  /** The header `Idempotency-Key`, if the client sent one. */
  readonly idempotencyKey: string | null;
  /** Makes the viewer the proven subject of what was just ordered, for the rest of this operation. */
  prove(proof: SubjectProof): void;
}
