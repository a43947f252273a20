import type { PlaceOrderInput } from '@barrier/schema/checkout/place-order.input.ts';
import type { UserError } from '@barrier/schema/graphql/user-error.type.ts';
import { isMasked } from '../../privacy/access/mask.ts';
import { refuseSensitive, refuseSplit } from '../../privacy/guard/refuse-sensitive.ts';
import { type CheckoutErrorCode, checkoutError } from './checkout-errors.ts';

/** No field of an order is as long; longer texts are not looked at. */
const MAX_LENGTH = 300;

/** Fields that stand one below the other and hold free text: a number may go on in the next. */
const NEIGHBOURS = ['recipientName', 'addressLine1', 'addressLine2', 'dependentLocality', 'city', 'administrativeArea'];

/**
 * Door In: goes through every text of an order's input, whatever fields it may get, and refuses card and identity numbers
 * (P2.4) and masks that come back (D7). The errors name the field and never the value; where two fields only together hold a
 * card number, the later one.
 */
export function refuseFreeText(input: Pick<PlaceOrderInput, 'language'> & object): UserError[] {
  const texts = textsOf(input);
  const alone = texts.flatMap(({ path, text }) => {
    const code = refusalOf(text);
    return code ? [checkoutError(code, input.language, path)] : [];
  });
  return alone.length > 0 ? alone : splitIn(texts, input.language);
}

function splitIn(texts: readonly TextAt[], language: PlaceOrderInput['language']): UserError[] {
  const inOrder = NEIGHBOURS.flatMap((name) => texts.find(({ path }) => path.at(-1) === name) ?? []).filter(
    ({ text }) => text.trim() !== '',
  );
  return inOrder.flatMap(({ path, text }, at) => {
    const before = inOrder[at - 1];
    const isSplit = before !== undefined && refuseSplit(before.text, text) !== null;
    return isSplit ? [checkoutError('PAYMENT_CARD_REFUSED', language, path)] : [];
  });
}

interface TextAt {
  readonly path: string[];
  readonly text: string;
}

function refusalOf(text: string): CheckoutErrorCode | null {
  if (text.length > MAX_LENGTH) return 'TOO_LONG';
  if (isMasked(text)) return 'MASKED_VALUE';
  const finding = refuseSensitive(text);
  if (!finding) return null;
  return finding.kind === 'PAYMENT_CARD' ? 'PAYMENT_CARD_REFUSED' : 'NATIONAL_ID_REFUSED';
}

function textsOf(value: object, path: readonly string[] = []): TextAt[] {
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    const at = [...path, key];
    if (typeof inner === 'string') return [{ path: at, text: inner }];
    return typeof inner === 'object' && inner !== null ? textsOf(inner, at) : [];
  });
}
