import type { HashKey } from '../../platform/tokens/hash-key.ts';
import type { SubjectProof } from '../../privacy/access/viewer.ts';
import type { PrivacyCore } from '../../privacy/core.ts';
import type { PaymentDeps } from '../payments/payment-deps.ts';
import type { Seller } from '../seller/seller.ts';

/** What following an order needs of a request's context. */
export interface OrderContext {
  readonly core: PrivacyCore;
  readonly payments: PaymentDeps;
  /** Who writes the mails. */
  readonly seller: Seller;
  /** Key of the hashes of mailed codes, 64 hexadecimal digits; the one of idempotency fingerprints. */
  readonly fingerprintKey: HashKey;
  /** How the operation was asked; one with a token is refused by GET, which leaves it in histories and logs (D16). */
  readonly method: 'GET' | 'POST';
  /** The header `Order-Proof`, if the client sent one. */
  readonly orderProof: string | null;
  /** Makes the viewer the proven subject of an order, for the rest of this operation. */
  prove(proof: SubjectProof): void;
}
