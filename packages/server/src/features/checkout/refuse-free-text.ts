import type { PlaceOrderInput } from '@barrier/schema/checkout/place-order.input.ts';
import type { UserError } from '@barrier/schema/graphql/user-error.type.ts';
import { isMasked } from '../../privacy/access/mask.ts';
import { refuseSensitive } from '../../privacy/guard/refuse-sensitive.ts';
import { type CheckoutErrorCode, checkoutError } from './checkout-errors.ts';

/** No field of an order is as long; longer texts are not looked at. */
const MAX_LENGTH = 300;

/**
 * Door In: goes through every text of an order's input, whatever fields it may get, and refuses card and identity numbers
 * (P2.4) and masks that come back (D7). The errors name the field and never the value.
 */
export function refuseFreeText(input: PlaceOrderInput): UserError[] {
  return textsOf(input).flatMap(({ path, text }) => {
    const code = refusalOf(text);
    return code ? [checkoutError(code, input.language, path)] : [];
  });
}

function refusalOf(text: string): CheckoutErrorCode | null {
  if (text.length > MAX_LENGTH) return 'TOO_LONG';
  if (isMasked(text)) return 'MASKED_VALUE';
  const finding = refuseSensitive(text);
  if (!finding) return null;
  return finding.kind === 'PAYMENT_CARD' ? 'PAYMENT_CARD_REFUSED' : 'NATIONAL_ID_REFUSED';
}

function textsOf(value: object, path: readonly string[] = []): { path: string[]; text: string }[] {
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    const at = [...path, key];
    if (typeof inner === 'string') return [{ path: at, text: inner }];
    return typeof inner === 'object' && inner !== null ? textsOf(inner, at) : [];
  });
}
