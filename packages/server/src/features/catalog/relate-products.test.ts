import { beforeAll, expect, it } from 'vitest';
import { openDemoCatalogue } from '../../../test/catalog/open-catalogue.ts';
import { describeEachDialect } from '../../../test/stores/describe-dialects.ts';
import { avoidReason } from './avoid-reason.ts';
import { bestStockOf } from './catalogue-records.ts';
import type { CatalogueSnapshot } from './catalogue-snapshot.ts';
import { relateProducts } from './relate-products.ts';
import { suggestSearch } from './suggest-search.ts';

describeEachDialect('What stands beside a product of the demo catalogue', (open) => {
  let catalogue: CatalogueSnapshot;
  beforeAll(async () => {
    ({ catalogue } = await openDemoCatalogue((await open()).main));
  });

  const related = (slug: string, first = 4) =>
    relateProducts(catalogue, { slug, first, language: 'EN', market: 'EU' }).map(({ record }) => record);

  it('shares a concern, the category or a rare ingredient with it, can be bought, and is never itself', () => {
    for (const { slug } of catalogue.index.products.flatMap((product) => product ?? []).slice(0, 40)) {
      const product = catalogue.product(slug);
      const found = related(slug);
      expect(found.length).toBeGreaterThan(1);
      for (const other of found) {
        expect(other.slug).not.toBe(slug);
        expect(bestStockOf(other)).not.toBe('OUT_OF_STOCK');
        expect(other.priceFrom[0]).not.toBeNull();
        const concern = other.concerns.some((one) => product?.concerns.includes(one));
        const ingredient = other.ingredients.some((one) => product?.ingredients.includes(one));
        expect(concern || ingredient || other.category === product?.category).toBe(true);
      }
    }
  });

  it('begins with what shares most: a retinoid with another before a cream that is only for the same skin', () => {
    const withRetinoid = catalogue.index.products.find((product) => product?.ingredients.includes('retinol'));
    const first = related(withRetinoid?.slug ?? '', 1)[0];
    expect(first?.ingredients.filter((one) => withRetinoid?.ingredients.includes(one)).length).toBeGreaterThan(3);
    expect(first?.concerns.some((one) => withRetinoid?.concerns.includes(one))).toBe(true);
  });

  it('is the same at each asking, and nothing for a product that is not there', () => {
    expect(related('dew-gel-cleanser').map(({ slug }) => slug)).toEqual(
      related('dew-gel-cleanser').map(({ slug }) => slug),
    );
    expect(related('there-is-none')).toEqual([]);
  });

  it('says of every pair of ingredients that is kept apart why, the same from either side', () => {
    const pairs = catalogue
      .ingredients()
      .flatMap((one) => one.avoidWith.map((slug) => [one, catalogue.ingredient(slug)] as const));
    expect(pairs.length).toBeGreaterThan(20);
    const reasons = pairs.map(([one, other]) => {
      if (!other) throw new Error(`${one.slug} is kept apart from an ingredient that is not there.`);
      expect(avoidReason(one, other)).toBe(avoidReason(other, one));
      return `${one.slug} ${other.slug} ${avoidReason(one, other)}`;
    });
    expect(reasons).toEqual(
      expect.arrayContaining([
        'glycolic-acid salicylic-acid BOTH_EXFOLIATE',
        'retinol glycolic-acid EXFOLIATION_DEEPENS',
        'ascorbic-acid copper-tripeptide-1 LOSE_EFFECT',
        'ascorbic-acid retinol STRONG_TOGETHER',
      ]),
    );
  });

  it.each([
    ['EN', 'niazynomid', /niacin|vitamin b3/i],
    ['EN', 'sgwualayn', /squalan/i],
    ['DE', 'hialorronsoire', /hyaluron/i],
    ['DE', 'zerammydd', /ceramid/i],
  ] as const)('in %s offers for “%s”, which finds nothing, the names that come nearest', (language, query, name) => {
    const found = suggestSearch(catalogue, { query, first: 5, language, market: 'EU' });
    expect([found.products, found.ingredients, found.collections].map(({ length }) => length)).toEqual([0, 0, 0]);
    expect(found.nearest.join(' · ')).toMatch(name);
    expect(found.nearest.length).toBeLessThanOrEqual(4);
  });

  it('offers no nearest names where something was found, or where nothing comes near', () => {
    const nearest = (query: string) =>
      suggestSearch(catalogue, { query, first: 5, language: 'EN', market: 'EU' }).nearest;
    expect(nearest('serum')).toEqual([]);
    expect(nearest('xqzj')).toEqual([]);
  });
});
