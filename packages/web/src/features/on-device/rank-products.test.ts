import { describe, expect, it } from 'vitest';
import type { SkinProfile } from './device-data.ts';
import { POINTS, type Rankable, rankProducts } from './rank-products.ts';

const skin = (said: Partial<SkinProfile> = {}): SkinProfile => ({
  skinType: 'DRY',
  sensitive: false,
  concerns: [],
  without: [],
  ...said,
});

const product = (name: string, said: Partial<Rankable> = {}) => ({
  name,
  skinTypes: [],
  concerns: [],
  freeFrom: [],
  ingredients: [],
  ...said,
});

const water = { commonName: 'Water', functions: ['SOLVENT' as const] };
const allantoin = { commonName: 'Allantoin', functions: ['SOOTHING' as const] };

describe('rankProducts', () => {
  it('puts what suits before what names no skin, and that before what is for other skin', () => {
    const ranked = rankProducts(
      [product('other', { skinTypes: ['OILY'] }), product('any'), product('suits', { skinTypes: ['NORMAL', 'DRY'] })],
      skin(),
    );
    expect(ranked.map(({ product: { name } }) => name)).toEqual(['suits', 'any', 'other']);
    expect(ranked[0]?.reasons).toEqual([{ kind: 'suits', skinType: 'DRY' }]);
  });

  it('counts each concern, and once what in the formula serves it', () => {
    const [ranked] = rankProducts(
      [product('calm', { concerns: ['REDNESS'], ingredients: [water, allantoin, allantoin] })],
      skin({ concerns: ['REDNESS', 'PORES'] }),
    );
    expect(ranked?.points).toBe(POINTS.concern + POINTS.ingredient);
    expect(ranked?.reasons).toEqual([
      { kind: 'concern', concern: 'REDNESS' },
      { kind: 'ingredient', concern: 'REDNESS', name: 'Allantoin' },
    ]);
  });

  it('takes no notice of an ingredient far down the list', () => {
    const ingredients = [...Array.from({ length: 10 }, () => water), allantoin];
    const [ranked] = rankProducts([product('trace', { ingredients })], skin({ concerns: ['REDNESS'] }));
    expect(ranked?.reasons).toEqual([]);
  });

  it('puts last what may contain what the visitor does without, whatever speaks for it', () => {
    const perfect = { skinTypes: ['DRY' as const, 'SENSITIVE' as const], concerns: ['REDNESS' as const] };
    const ranked = rankProducts(
      [product('scented', perfect), product('plain', { skinTypes: ['OILY'], freeFrom: ['FRAGRANCE'] })],
      skin({ sensitive: true, concerns: ['REDNESS'], without: ['FRAGRANCE'] }),
    );
    expect(ranked.map(({ product: { name } }) => name)).toEqual(['plain', 'scented']);
    expect(ranked[1]?.reasons).toContainEqual({ kind: 'mayContain', substance: 'FRAGRANCE' });
  });

  it('leaves what is alike in the order of the shop', () => {
    const names = ['c', 'a', 'b'];
    const ranked = rankProducts(
      names.map((name) => product(name)),
      skin(),
    );
    expect(ranked.map(({ product: { name } }) => name)).toEqual(names);
  });
});
