import type { PlaceOrderInput } from '@barrier/schema/checkout/place-order.input.ts';
import { PublicError } from '../../platform/errors.ts';
import type { HashKey } from '../../platform/tokens/hash-key.ts';
import { hashOfToken } from '../../platform/tokens/token.ts';

/** How long a request is known, in ms (D2). */
export const REQUEST_KEPT_MS = 86_400_000;

/** A request to place an order, as it is recognised again: keyed hashes of what it says, and nothing of it (D2). */
export interface RequestFingerprint {
  readonly fingerprint: string;
  readonly inputHash: string;
  /** The token of the link to an order that this request places; it is made again for a repetition, and stored nowhere. */
  linkTokenFor(orderId: string): string;
}

/**
 * The fingerprint of a request with an `Idempotency-Key`, bound to its cart, so that a key opens nobody else's order; null
 * without a key.
 * @throws {PublicError} BAD_USER_INPUT for a key that is none.
 */
export function fingerprintOf(
  key: HashKey,
  idempotencyKey: string | null,
  cartToken: string | null,
  input: PlaceOrderInput,
): RequestFingerprint | null {
  if (idempotencyKey === null || cartToken === null) return null;
  if (!/^[\x21-\x7e]{8,200}$/.test(idempotencyKey)) {
    throw new PublicError('BAD_USER_INPUT', 'Idempotency-Key takes 8 to 200 visible ASCII characters.');
  }
  const { email, recipientName, address, phone, shippingOptionId, language, expectedTotal } = input;
  const { countryCode, addressLine1, addressLine2, dependentLocality, city, administrativeArea, postalCode } = address;
  const said = [email, recipientName, phone, shippingOptionId, language, expectedTotal];
  const where = [countryCode, addressLine1, addressLine2, dependentLocality, city, administrativeArea, postalCode];
  return {
    fingerprint: key.hash('place-order.key', [hashOfToken(cartToken), idempotencyKey], 'hex'),
    inputHash: key.hash('place-order.input', [...said, ...where], 'hex'),
    // As random as the cart's token, which is in it as the client holds it: who has the key and all that is stored has only
    // that token's hash, and cannot make the link's from it (D16).
    linkTokenFor: (orderId) => key.hash('place-order.link', [cartToken, idempotencyKey, orderId], 'base64url'),
  };
}
