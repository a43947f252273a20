import { describe, expect, it } from 'vitest';
import { type KeptProduct, MOST, NOTHING, READERS } from './device-data.ts';

const kept: KeptProduct = {
  slug: 'dew-gel-cleanser',
  title: 'Dew Gel Cleanser',
  subtitle: null,
  language: 'en',
  price: { amount: 900, currency: 'EUR' },
  keptOn: '2026-01-31',
  details: null,
};

const RUBBISH = [null, undefined, 7, 'text', [], [null, 7], {}, { products: 7 }, { products: [{ slug: {} }] }];

describe('What is read from the device', () => {
  it.each(RUBBISH)('is nothing where %j is stored', (rubbish) => {
    for (const part of ['skin', 'favourites', 'viewed', 'routine', 'opened'] as const) {
      expect(READERS[part](rubbish), part).toEqual(NOTHING[part]);
    }
  });

  it('is what was stored, without what is damaged or stands there twice', () => {
    const damaged = { ...kept, price: { amount: -1, currency: 'EUR' } };
    const other = { ...kept, slug: 'other' };
    expect(READERS.favourites([kept, damaged, 7, other, kept])).toEqual([kept, other]);
    expect(READERS.routine([{ product: kept, morning: true, evening: 'yes' }])).toEqual([]);
    expect(READERS.opened([{ product: kept, openedOn: '31.1.2026' }])).toEqual([]);
  });

  it('knows the words of the catalogue only', () => {
    const skin = { skinType: 'DRY', sensitive: true, concerns: ['REDNESS'], without: [] };
    expect(READERS.skin(skin)).toEqual(skin);
    expect(READERS.skin({ ...skin, skinType: 'GREEN' })).toBeNull();
    expect(READERS.skin({ ...skin, concerns: ['toString'] })).toBeNull();
  });

  it('has an end', () => {
    const many = Array.from({ length: 500 }, (_, place) => ({ ...kept, slug: `product-${place}` }));
    expect(READERS.favourites(many)).toHaveLength(MOST.favourites);
    expect(READERS.viewed({ products: many }).products).toHaveLength(MOST.viewed);
  });
});
