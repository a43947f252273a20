import { describe, expect, it } from 'vitest';
import { addressForm } from '../addresses/address-form.ts';
import { defaultLanguageIn, marketOf } from './market-of.ts';
import { CARRIERS, MARKETS } from './markets.ts';
import { shippingPrice } from './shipping-price.ts';
import { vatRateAt } from './vat-rate-at.ts';

const profiles = Object.values(MARKETS);
const destinations = profiles.flatMap(({ countries }) => countries);

describe('the markets', () => {
  it('have each destination once, with an address form and a rate of tax', () => {
    expect(new Set(destinations).size).toBe(destinations.length);
    expect(MARKETS.EU.countries).toHaveLength(27);
    expect(destinations.filter((country) => addressForm(country, 'en') === null)).toEqual([]);
    for (const country of destinations) expect(() => vatRateAt(country, '2026-01-01')).not.toThrow();
  });

  it('are found by destination', () => {
    expect(marketOf('DE')).toBe('EU');
    expect(marketOf('GB')).toBe('GB');
    expect(marketOf('CH')).toBeUndefined();
    expect(marketOf('de')).toBeUndefined();
  });

  it('include the tax of the destination in their prices, except in the United States', () => {
    for (const { countries, pricesIncludeTax } of profiles) {
      expect(countries.every((country) => vatRateAt(country, '2026-01-01') > 0)).toBe(pricesIncludeTax);
    }
    expect(MARKETS.US.pricesIncludeTax).toBe(false);
  });

  it('write money as their readers do', () => {
    const write = (amount: number, profile: (typeof profiles)[number], language: 'EN' | 'DE' | 'ZH') =>
      new Intl.NumberFormat(profile.locales[language], { style: 'currency', currency: profile.currency }).format(
        amount / 100,
      );
    expect(write(4990, MARKETS.EU, 'DE')).toBe('49,90\u00a0€');
    expect(write(4990, MARKETS.EU, 'EN')).toBe('€49.90');
    expect(write(4990, MARKETS.GB, 'EN')).toBe('£49.90');
    expect(write(4990, MARKETS.US, 'EN')).toBe('$49.90');
    expect(write(4990, MARKETS.CN, 'ZH')).toBe('¥49.90');
  });

  it('speak the language of the destination first, where the shop has it', () => {
    expect(defaultLanguageIn('EU', 'AT')).toBe('DE');
    expect(defaultLanguageIn('EU', 'FR')).toBe('EN');
    expect(defaultLanguageIn('CN', 'CN')).toBe('ZH');
  });

  it('offer standard and express, by a carrier of the list, in a sensible order', () => {
    for (const { shippingOptions } of profiles) {
      expect(shippingOptions.map(({ id }) => id)).toEqual(['standard', 'express']);
      for (const { carrier, price, deliveryDays } of shippingOptions) {
        expect(Object.keys(CARRIERS)).toContain(carrier);
        expect(Number.isInteger(price) && price > 0 && deliveryDays.min <= deliveryDays.max).toBe(true);
      }
    }
  });

  it('ask for a phone number only where the carrier calls', () => {
    const asking = profiles.flatMap(({ market, shippingOptions }) =>
      shippingOptions.filter(({ needsPhone }) => needsPhone).map(({ id }) => `${market} ${id}`),
    );
    expect(asking).toEqual(['EU express', 'GB express', 'US express', 'CN standard', 'CN express']);
  });

  it('send for nothing from the threshold on, by standard shipping only', () => {
    const [standard, express] = MARKETS.EU.shippingOptions;
    if (!standard || !express) throw new Error('Both options exist.');
    expect(shippingPrice(MARKETS.EU, standard, 4899)).toBe(490);
    expect(shippingPrice(MARKETS.EU, standard, 4900)).toBe(0);
    expect(shippingPrice(MARKETS.EU, express, 4900)).toBe(990);
  });
});
