import type { SaveAddressInput } from '@barrier/schema/addresses/saved-address.input.ts';
import type { UserError } from '@barrier/schema/graphql/user-error.type.ts';
import type { Language } from '@barrier/schema/market/market.type.ts';
import { checkoutError } from '../checkout/checkout-errors.ts';
import { refuseFreeText } from '../checkout/refuse-free-text.ts';
import { marketOf } from '../markets/market-of.ts';
import { MARKETS } from '../markets/markets.ts';
import type { Label } from '../orders/find-open-orders.ts';
import { validateAddress } from './validate-address.ts';
import { validatePhone } from './validate-phone.ts';

/** An address to keep, as it was entered. */
export type EnteredAddress = Pick<SaveAddressInput, 'recipientName' | 'address' | 'phone' | 'language'>;

/** Checks an address for the address book by the rules of an order: its country's form, one that is delivered to, no card number (P2.4). */
export function checkSavedAddress({ recipientName: name, address: entered, phone: number, language }: EnteredAddress): {
  checked: Label | null;
  errors: UserError[];
} {
  const texts = { recipientName: name, address: entered, phone: number, language };
  const refused = refuseFreeText(texts);
  // What holds a card number goes through no further parser.
  if (refused.length > 0) return { checked: null, errors: refused };
  const { address: whole, errors: wrong } = validateAddress({ ...entered, recipientName: name });
  const { recipientName = '', ...address } = whole;
  const errors = wrong.map(({ code, path: [key] }) =>
    checkoutError(code, language, key === 'recipientName' ? [key] : ['address', key]),
  );
  const market = marketOf(address.countryCode);
  if (!market && !errors.some(({ code }) => code === 'UNSUPPORTED_COUNTRY'))
    errors.push(checkoutError('UNSUPPORTED_COUNTRY', language, ['address', 'countryCode']));
  const phone = market ? checkPhone(address.countryCode, number, language) : { phone: null, errors: [] };
  errors.push(...phone.errors);
  return { checked: errors.length > 0 ? null : { recipientName, address, phone: phone.phone }, errors };
}

/** A phone number, if one was given, and only where some carrier needs one (P2.1). */
function checkPhone(
  countryCode: string,
  entered: string | null | undefined,
  language: Language,
): { phone: string | null; errors: UserError[] } {
  const given = (entered ?? '').trim();
  if (given === '') return { phone: null, errors: [] };
  const market = marketOf(countryCode);
  if (!market || !MARKETS[market].shippingOptions.some(({ needsPhone }) => needsPhone))
    return { phone: null, errors: [checkoutError('PHONE_NOT_NEEDED', language, ['phone'])] };
  const { phone, errors } = validatePhone(countryCode, given);
  return { phone, errors: errors.map(({ code }) => checkoutError(code, language, ['phone'])) };
}
