import type { PlaceOrderInput } from '@barrier/schema/checkout/place-order.input.ts';
import type { UserError } from '@barrier/schema/graphql/user-error.type.ts';
import type { Address } from '../addresses/address-field.ts';
import { validateAddress } from '../addresses/validate-address.ts';
import { validatePhone } from '../addresses/validate-phone.ts';
import { marketOf } from '../markets/market-of.ts';
import { MARKETS, type MarketProfile, type ShippingOption } from '../markets/markets.ts';
import { checkEmail } from './check-email.ts';
import { checkoutError } from './checkout-errors.ts';
import { refuseFreeText } from './refuse-free-text.ts';

/** The input of an order in the form in which it is sealed. */
export interface CheckedOrderInput {
  readonly email: string;
  readonly recipientName: string;
  /** Without the recipient's name, which is a value of its own. */
  readonly address: Address;
  /** E.164; null unless the carrier needs it. */
  readonly phone: string | null;
  readonly profile: MarketProfile;
  readonly option: ShippingOption;
}

/** Checks everything about an input at once; nothing is stored or logged before (P2.4). */
export function checkOrderInput(input: PlaceOrderInput): { checked: CheckedOrderInput | null; errors: UserError[] } {
  const refused = refuseFreeText(input);
  // What holds a card number goes through no further parser.
  if (refused.length > 0) return { checked: null, errors: refused };

  const { language } = input;
  const { address: whole, errors: wrong } = validateAddress({ ...input.address, recipientName: input.recipientName });
  const { recipientName = '', ...address } = whole;
  const errors = wrong.map(({ code, path: [key] }) =>
    checkoutError(code, language, key === 'recipientName' ? [key] : ['address', key]),
  );
  const email = checkEmail(input.email);
  if (email === null) errors.push(checkoutError('INVALID_EMAIL', language, ['email']));
  const market = marketOf(address.countryCode);
  if (!market) {
    const known = errors.some(({ code }) => code === 'UNSUPPORTED_COUNTRY');
    if (!known) errors.push(checkoutError('UNSUPPORTED_COUNTRY', language, ['address', 'countryCode']));
    return { checked: null, errors };
  }
  const profile = MARKETS[market];
  const option = profile.shippingOptions.find(({ id }) => id === input.shippingOptionId);
  if (!option) {
    return { checked: null, errors: [...errors, checkoutError('SHIPPING_UNKNOWN', language, ['shippingOptionId'])] };
  }
  const phone = checkPhone(input, address.countryCode, option);
  if ('error' in phone) errors.push(phone.error);
  if (errors.length > 0 || email === null || 'error' in phone) return { checked: null, errors };
  return { checked: { email, recipientName, address, phone: phone.phone, profile, option }, errors };
}

/** A phone number only where the carrier cannot deliver without one, and refused everywhere else (P2.1). */
function checkPhone(
  { phone: entered, language }: PlaceOrderInput,
  countryCode: string,
  { needsPhone }: ShippingOption,
): { phone: string | null } | { error: UserError } {
  const given = (entered ?? '').trim();
  if (!needsPhone) {
    return given === '' ? { phone: null } : { error: checkoutError('PHONE_NOT_NEEDED', language, ['phone']) };
  }
  const { phone, errors } = validatePhone(countryCode, given);
  const [first] = errors;
  return first ? { error: checkoutError(first.code, language, ['phone']) } : { phone };
}
