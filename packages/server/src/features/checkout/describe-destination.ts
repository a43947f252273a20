import type { AddressForm } from '@barrier/schema/checkout/address-form.type.ts';
import type { Country } from '@barrier/schema/checkout/country.type.ts';
import type { DeliveryOffer } from '@barrier/schema/checkout/delivery-offer.type.ts';
import type { ShippingOption } from '@barrier/schema/checkout/shipping-option.type.ts';
import type { Language, Market } from '@barrier/schema/market/market.type.ts';
import { PublicError } from '../../platform/errors.ts';
import { addressForm } from '../addresses/address-form.ts';
import { readPricedCart } from '../cart/show-cart.ts';
import { localeOf } from '../catalog/locale.ts';
import { marketOf } from '../markets/market-of.ts';
import { MARKETS } from '../markets/markets.ts';
import { shippingTitle } from '../orders/shipping-title.ts';
import type { CheckoutContext } from './checkout-context.ts';
import { shippingOf } from './price-order.ts';

/** The ways of delivery to a country, with what they cost for the request's cart. @throws {PublicError} BAD_USER_INPUT */
export async function listShippingOptions(
  context: CheckoutContext,
  countryCode: string,
  language: Language,
): Promise<ShippingOption[]> {
  const profile = MARKETS[requireMarket(countryCode)];
  const { priced } = await readPricedCart(context, localeOf(language, profile.market));
  return profile.shippingOptions.map((option) => ({
    id: option.id,
    title: shippingTitle(option.id, language),
    price: { amount: shippingOf(priced, profile, option), currency: profile.currency },
    daysMin: option.deliveryDays.min,
    daysMax: option.deliveryDays.max,
    phoneRequired: option.needsPhone,
  }));
}

/** The ways of delivery within a market, the same for every visitor of it. */
export function listDeliveryOffers(market: Market, language: Language): DeliveryOffer[] {
  const { currency, freeShippingFrom, shippingOptions } = MARKETS[market];
  return shippingOptions.map(({ id, price, deliveryDays }) => ({
    title: shippingTitle(id, language),
    price: { amount: price, currency },
    freeFrom: id === 'standard' ? { amount: freeShippingFrom, currency } : null,
    daysMin: deliveryDays.min,
    daysMax: deliveryDays.max,
  }));
}

/** Parts that a label may have and that no order is asked for (P2.1). */
const NOT_ASKED: readonly string[] = ['organization', 'sortingCode'];

/** The form for an address in a country that the shop delivers to. @throws {PublicError} BAD_USER_INPUT */
export function describeAddressForm(countryCode: string, language: Language): AddressForm {
  requireMarket(countryCode);
  const form = addressForm(countryCode, language);
  if (!form) throw unserved();
  const fields = form.fields.filter(({ key }) => !NOT_ASKED.includes(key));
  return {
    countryCode: form.countryCode,
    fields: fields.map(({ key, labelKey, required, options, pattern, example, autocomplete }) => ({
      key,
      labelKey,
      required,
      options: options ?? null,
      pattern: pattern ?? null,
      example: example ?? null,
      autocomplete,
    })),
  };
}

/** The countries that the shop delivers to, in the order of their names in a language. */
export function listCountries(language: Language): Country[] {
  const names = new Intl.DisplayNames([language.toLowerCase()], { type: 'region' });
  const { compare } = new Intl.Collator(language.toLowerCase());
  return Object.values(MARKETS)
    .flatMap(({ market, currency, countries }) =>
      countries.map((code) => ({ code, name: names.of(code) ?? code, market, currency })),
    )
    .sort((a, b) => compare(a.name, b.name));
}

function requireMarket(countryCode: string) {
  const market = marketOf(countryCode);
  if (!market) throw unserved();
  return market;
}

function unserved(): PublicError {
  return new PublicError('BAD_USER_INPUT', 'The shop does not deliver to this country.');
}
