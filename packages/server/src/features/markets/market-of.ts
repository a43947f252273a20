import type { Language, Market } from '@barrier/schema/market/market.type.ts';
import { MARKETS } from './markets.ts';

const MARKET_BY_COUNTRY: ReadonlyMap<string, Market> = new Map(
  Object.values(MARKETS).flatMap(({ market, countries }) => countries.map((country) => [country, market] as const)),
);

/** The market that a country (ISO 3166-1 alpha-2) belongs to; undefined where the shop does not deliver. */
export function marketOf(country: string): Market | undefined {
  return MARKET_BY_COUNTRY.get(country);
}

/** The language in which the shop first speaks to somebody in a country of the market. */
export function defaultLanguageIn(market: Market, country: string): Language {
  const { languageByCountry, defaultLanguage } = MARKETS[market];
  return languageByCountry[country] ?? defaultLanguage;
}
