import type { CurrencyCode, Language, Market } from '@barrier/schema/market/market.type.ts';

/** A way of sending a parcel within a market. */
export interface ShippingOption {
  id: 'standard' | 'express';
  /** The logistics partner, as its agreement names it (P5.3). */
  carrier: CarrierId;
  /** In minor units of the market's currency, tax included where prices include it. */
  price: number;
  /** Working days from dispatch to delivery. */
  deliveryDays: { min: number; max: number };
  /** Whether the carrier calls before it delivers; only then is a phone number asked (P2.1). */
  needsPhone: boolean;
}

/** What holds for all destinations of a market. */
export interface MarketProfile {
  market: Market;
  currency: CurrencyCode;
  /** Its destinations, ISO 3166-1 alpha-2. */
  countries: readonly string[];
  /** Whether prices shown include the tax of the destination; in the United States sales tax comes on top. */
  pricesIncludeTax: boolean;
  defaultLanguage: Language;
  /** Destinations where another language comes first. */
  languageByCountry: Readonly<Record<string, Language>>;
  /** The locale in which amounts and dates are written for a reader of each language. */
  locales: Readonly<Record<Language, string>>;
  /** Goods worth as much, in minor units, are sent by standard shipping for nothing. */
  freeShippingFrom: number;
  shippingOptions: readonly ShippingOption[];
}

/** The carriers of the demo; they exist nowhere else. */
export const CARRIERS = {
  'alder-parcel': 'Alder Parcel',
  'thistle-mail': 'Thistle Mail',
  'juniper-ground': 'Juniper Ground',
  'jade-courier': 'Jade Courier',
  'kestrel-express': 'Kestrel Express',
} as const;
type CarrierId = keyof typeof CARRIERS;

/** The members of the European Union. */
const EUROPEAN_UNION = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ');

/** The markets and their terms. */
export const MARKETS: Readonly<Record<Market, MarketProfile>> = {
  EU: {
    market: 'EU',
    currency: 'EUR',
    countries: EUROPEAN_UNION,
    pricesIncludeTax: true,
    defaultLanguage: 'EN',
    languageByCountry: { AT: 'DE', DE: 'DE' },
    locales: { EN: 'en-IE', DE: 'de-DE', ZH: 'zh-CN' },
    freeShippingFrom: 4900,
    shippingOptions: [standard('alder-parcel', 490, 2, 5), express('kestrel-express', 990, 1, 2)],
  },
  GB: {
    market: 'GB',
    currency: 'GBP',
    countries: ['GB'],
    pricesIncludeTax: true,
    defaultLanguage: 'EN',
    languageByCountry: {},
    locales: { EN: 'en-GB', DE: 'de-DE', ZH: 'zh-CN' },
    freeShippingFrom: 4500,
    shippingOptions: [standard('thistle-mail', 395, 2, 3), express('kestrel-express', 795, 1, 1)],
  },
  US: {
    market: 'US',
    currency: 'USD',
    countries: ['US'],
    pricesIncludeTax: false,
    defaultLanguage: 'EN',
    languageByCountry: {},
    locales: { EN: 'en-US', DE: 'de-DE', ZH: 'zh-CN' },
    freeShippingFrom: 5000,
    shippingOptions: [standard('juniper-ground', 595, 3, 6), express('kestrel-express', 1495, 1, 2)],
  },
  CN: {
    market: 'CN',
    currency: 'CNY',
    countries: ['CN'],
    pricesIncludeTax: true,
    defaultLanguage: 'ZH',
    languageByCountry: {},
    locales: { EN: 'en-GB', DE: 'de-DE', ZH: 'zh-CN' },
    freeShippingFrom: 29900,
    shippingOptions: [
      { ...standard('jade-courier', 1200, 2, 4), needsPhone: true },
      express('jade-courier', 2500, 1, 2),
    ],
  },
};

function standard(carrier: CarrierId, price: number, min: number, max: number): ShippingOption {
  return { id: 'standard', carrier, price, deliveryDays: { min, max }, needsPhone: false };
}

function express(carrier: CarrierId, price: number, min: number, max: number): ShippingOption {
  return { id: 'express', carrier, price, deliveryDays: { min, max }, needsPhone: true };
}
