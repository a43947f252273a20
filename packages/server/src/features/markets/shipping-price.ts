import type { MarketProfile, ShippingOption } from './markets.ts';

/** What a way of shipping costs for goods of this total, both in minor units of the market's currency. */
export function shippingPrice(profile: MarketProfile, option: ShippingOption, goodsMinor: number): number {
  return option.id === 'standard' && goodsMinor >= profile.freeShippingFrom ? 0 : option.price;
}
