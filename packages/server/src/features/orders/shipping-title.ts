import type { Language } from '@barrier/schema/market/market.type.ts';
import type { ShippingOption } from '../markets/markets.ts';

const TITLES: Readonly<Record<ShippingOption['id'], Readonly<Record<Language, string>>>> = {
  standard: { EN: 'Standard delivery', DE: 'Standardversand', ZH: '标准配送' },
  express: { EN: 'Express delivery', DE: 'Expressversand', ZH: '加急配送' },
};

/** The name of a way of shipping; its identifier, should the shop no longer offer it. */
export function shippingTitle(optionId: string, language: Language): string {
  return optionId in TITLES ? TITLES[optionId as ShippingOption['id']][language] : optionId;
}
