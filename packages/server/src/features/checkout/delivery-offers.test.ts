import { expect, it } from 'vitest';
import { MARKETS } from '../markets/markets.ts';
import { shippingPrice } from '../markets/shipping-price.ts';
import { listDeliveryOffers } from './describe-destination.ts';

it.each(Object.values(MARKETS))('what $market offers is what an order there is charged', (profile) => {
  const offers = listDeliveryOffers(profile.market, 'EN');
  expect(offers).toHaveLength(profile.shippingOptions.length);
  for (const [at, offer] of offers.entries()) {
    const option = profile.shippingOptions[at];
    if (!option) throw new Error('There is an offer too many.');
    expect(offer.price).toEqual({ amount: shippingPrice(profile, option, 0), currency: profile.currency });
    expect([offer.daysMin, offer.daysMax]).toEqual([option.deliveryDays.min, option.deliveryDays.max]);
    const threshold = offer.freeFrom?.amount ?? Number.MAX_SAFE_INTEGER;
    expect(shippingPrice(profile, option, threshold - 1)).toBe(offer.price.amount);
    expect(shippingPrice(profile, option, threshold)).toBe(offer.freeFrom ? 0 : offer.price.amount);
  }
});
