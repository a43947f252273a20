import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ProductFilter, ProductsArgs } from '@barrier/schema/catalog/product.args.ts';
import { ProductSort } from '@barrier/schema/catalog/vocabulary.ts';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoFolder } from '../../src/app/package-folder.ts';
import { DESCRIPTION, type ProductRecord } from '../../src/features/catalog/catalogue-records.ts';
import { listProducts } from '../../src/features/catalog/list-products.ts';
import { LANGUAGES, localeOf, MARKETS } from '../../src/features/catalog/locale.ts';
import type { ProductDraft } from '../../src/features/catalog/product-draft.ts';
import { suggestSearch } from '../../src/features/catalog/suggest-search.ts';
import { describeEachDialect } from '../stores/describe-dialects.ts';
import { belongs, FACETS, priceOf, type SetFacet, selectedIn, sorted } from './expected-list.ts';
import { openDemoCatalogue, type TestCatalogue } from './open-catalogue.ts';

/** How many lines the files of the demo have. */
const demoProducts = ['products-1.jsonl', 'products-2.jsonl']
  .map((file) => readFileSync(join(demoFolder(), file), 'utf8').trim().split('\n').length)
  .reduce((sum, count) => sum + count, 0);

/** How many values of a facet are answered at most, besides selected ones. */
const MOST_VALUES = 40;

/** A product of a test, for sale everywhere unless its fields say otherwise. */
function draft(handle: string, title: string, fields: Partial<ProductDraft> = {}): ProductDraft {
  const variant = { stock: 5, stockTracked: true, prices: { EUR: 1500, GBP: 1400, USD: 1600, CNY: 12000 } };
  return {
    handle,
    language: null,
    vendor: 'Testhaus',
    texts: { title: { EN: title } },
    variants: [{ ...variant, optionValues: [] }],
    ...fields,
  };
}

/** Products that the demo has no like of. */
const EDGES: ProductDraft[] = [
  draft('not-yet-sold', 'Not Yet Sold', { status: 'DRAFT' }),
  draft('only-in-europe', 'Only In Europe', {
    variants: [{ optionValues: [], prices: { EUR: 999 }, stock: 0, stockTracked: true }],
  }),
  draft('never-runs-out', 'Never Runs Out', {
    options: [{ name: { EN: 'Size', DE: 'Größe' } }],
    variants: ['S', 'M'].map((size, at) => ({
      optionValues: [size],
      prices: { EUR: 2500 + at, GBP: 2100 },
      stock: 0,
      stockTracked: false,
    })),
  }),
];

describeEachDialect('Finding products', (open) => {
  let catalogue: TestCatalogue;
  beforeAll(async () => {
    catalogue = await openDemoCatalogue(await open());
    await catalogue.write({ products: EDGES });
  });
  afterAll(() => catalogue.close());

  const list = (args: Partial<ProductsArgs> = {}) =>
    listProducts(catalogue.snapshot, { language: 'EN', market: 'EU', first: 100, ...args });
  const slugs = (args: Partial<ProductsArgs>) => walk(args, 100).map(({ slug }) => slug);
  const search = (query: string, args: Partial<ProductsArgs> = {}) => slugs({ query, ...args });
  const records = () => catalogue.snapshot.index.products.flatMap((record) => record ?? []);

  /** All products of a list, page by page. */
  function walk(args: Partial<ProductsArgs>, first: number): { id: string; slug: string }[] {
    const found: { id: string; slug: string }[] = [];
    for (let after: string | undefined; ; ) {
      const page = list({ ...args, first, after });
      found.push(...page.nodes.map(({ id, slug }) => ({ id, slug })));
      expect(page.nodes.length).toBeLessThanOrEqual(first);
      if (!page.pageInfo.hasNextPage) return found;
      after = page.pageInfo.endCursor ?? undefined;
    }
  }

  /** All that a product is found by, in all languages. */
  function wordsOf(product: ProductRecord): string {
    const { snapshot } = catalogue;
    const groups = [product.category ?? '', ...product.collections].map((handle) => snapshot.collection(handle));
    const ingredients = product.ingredients.map((slug) => snapshot.ingredient(slug));
    return [
      ...product.title,
      ...(product.subtitle ?? []),
      ...product.longTexts.all(DESCRIPTION),
      product.range,
      product.tags,
      product.vendor,
      ...groups.flatMap((group) => group?.title ?? []),
      ...ingredients.flatMap((one) => (one ? [one.inci, ...one.commonName] : [])),
    ].join('\n');
  }

  const saying = (pattern: RegExp) =>
    records()
      .filter((product) => pattern.test(wordsOf(product)))
      .map(({ slug }) => slug);

  describe('search', () => {
    it('holds every product of the demo that is sold, and none that is not', () => {
      expect(records()).toHaveLength(demoProducts + EDGES.length - 1);
      expect(list().totalCount).toBe(records().length);
      expect(slugs({})).not.toContain('not-yet-sold');
    });

    it('puts the product whose title was typed first', () => {
      expect(search('Quiet Serum')[0]).toBe('quiet-serum');
      expect(search('quiet serum')[0]).toBe('quiet-serum');
      expect(search('Quiet Creme', { language: 'DE' })[0]).toBe('quiet-cream');
    });

    it('finds by the beginning of a word all that has such a word, and nothing else', () => {
      const expected = saying(/(?<!\p{L})hyalur/iu);
      expect(expected.length).toBeGreaterThan(3);
      expect(search('hyalur').toSorted()).toEqual(expected.toSorted());
    });

    it('understands typing errors', () => {
      const niacinamide = saying(/(?<!\p{L})niacinamid/iu);
      expect(niacinamide.length).toBeGreaterThan(3);
      expect(search('niacinamid').toSorted()).toEqual(niacinamide.toSorted());
      expect(search('niacinimide')).toEqual(expect.arrayContaining(niacinamide));
      const cleansers = records().filter(({ title }) => title[0]?.includes('Cleanser'));
      const found = search('cleansr');
      expect(found).toEqual(expect.arrayContaining(cleansers.map(({ slug }) => slug)));
      expect(cleansers.map(({ slug }) => slug)).toContain(found[0]);
    });

    it.each([
      ['Gesichtsöl', 'Gesichtsoel', 'drop-oil'],
      ['Gesichtsöl', 'Gesichtsol', 'feather-oil'],
      ['Fußcreme', 'Fusscreme', 'plinth-foot-cream'],
      ['KÖRPERÖL', 'koerperoel', 'satin-body-oil'],
    ])('finds %s also when %s is typed', (german, plain, slug) => {
      const found = search(german, { language: 'DE' });
      expect(found.slice(0, 2)).toContain(slug);
      expect(search(plain, { language: 'DE' })).toEqual(found);
    });

    it.each(['精华', '洁面'])('finds the two-character word %s wherever it is written', (word) => {
      const expected = saying(new RegExp(word));
      expect(expected.length).toBeGreaterThan(5);
      const found = search(word, { language: 'ZH' });
      expect(found.toSorted()).toEqual(expected.toSorted());
      const [first] = found;
      expect(catalogue.snapshot.product(first ?? '')?.title[2]).toContain(word);
    });

    it('answers an empty list where nothing matches', () => {
      for (const query of ['zzqxvk', '龘龘', '!!!']) {
        const page = list({ query });
        expect(page.nodes).toEqual([]);
        expect(page.totalCount).toBe(0);
        expect(page.facets).toEqual([]);
        expect(page.priceRange).toBeNull();
        expect(page.pageInfo).toEqual({
          hasNextPage: false,
          hasPreviousPage: false,
          startCursor: null,
          endCursor: null,
        });
      }
    });

    it('suggests products, ingredients and collections while somebody types', () => {
      const suggest = (query: string, first = 5) =>
        suggestSearch(catalogue.snapshot, { query, first, language: 'EN', market: 'EU' });
      expect(suggest('niac').ingredients.map(({ slug }) => slug)).toContain('niacinamide');
      expect(suggest('clean').products.length).toBeGreaterThan(0);
      expect(suggest('  ')).toEqual({ products: [], ingredients: [], collections: [], nearest: [] });
      for (const first of [0, 11]) expect(() => suggest('niac', first)).toThrow(badInput);
    });
  });

  describe('filters and facets', () => {
    it('are those counted by hand, each facet without its own selection', () => {
      const all = records();
      const some = (facet: SetFacet) => {
        const values = [...new Set(all.flatMap(FACETS[facet].valuesOf)), ...(facet === 'VENDOR' ? ['Nobody'] : [])];
        const picks = fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 });
        return fc.option(picks, { nil: undefined, freq: 3 });
      };
      const filters = fc.record({
        ...Object.fromEntries((Object.keys(FACETS) as SetFacet[]).map((facet) => [FACETS[facet].field, some(facet)])),
        priceMin: fc.option(fc.integer({ min: 0, max: 5000 }), { nil: undefined }),
        priceMax: fc.option(fc.integer({ min: 1500, max: 12000 }), { nil: undefined }),
        inStock: fc.option(fc.boolean(), { nil: undefined }),
      }) as fc.Arbitrary<ProductFilter>;
      const sparse = fc.tuple(filters, fc.uniqueArray(fc.constantFrom(...filterFields()), { maxLength: 3 }));
      fc.assert(
        fc.property(
          sparse,
          fc.constantFrom(...LANGUAGES),
          fc.constantFrom(...MARKETS),
          fc.constantFrom(undefined, undefined, 'cream', '精华'),
          ([full, fields], language, market, query) => {
            const filter: ProductFilter = Object.fromEntries(
              Object.entries(full).filter(([field]) => fields.includes(field as keyof ProductFilter)),
            );
            checkList(filter, { language, market, query });
          },
        ),
        { numRuns: 30 },
      );
    });

    function filterFields(): (keyof ProductFilter)[] {
      return [...Object.values(FACETS).map(({ field }) => field), 'priceMin', 'priceMax', 'inStock'];
    }

    function checkList(filter: ProductFilter, args: Pick<ProductsArgs, 'language' | 'market' | 'query'>): void {
      const locale = localeOf(args.language, args.market);
      const matching = new Set(walk(args, 100).map(({ id }) => id));
      const all = records();
      const hits = args.query === undefined ? all : all.filter(({ id }) => matching.has(id));
      const expected = hits.filter((product) => belongs(product, filter, locale));
      const page = list({ ...args, filter });
      expect(page.totalCount).toBe(expected.length);
      expect(new Set(walk({ ...args, filter }, 100).map(({ id }) => id))).toEqual(
        new Set(expected.map(({ id }) => id)),
      );
      for (const facet of Object.keys(FACETS) as SetFacet[]) {
        const counts = new Map<string, number>();
        for (const product of hits.filter((one) => belongs(one, filter, locale, facet)))
          for (const value of new Set(FACETS[facet].valuesOf(product))) counts.set(value, (counts.get(value) ?? 0) + 1);
        const known = new Set(all.flatMap(FACETS[facet].valuesOf));
        const selected = selectedIn(filter, facet).filter((value) => known.has(value));
        const answered = page.facets.find(({ key }) => key === facet)?.values ?? [];
        const values = answered.map(({ value }) => value);
        expect(new Set(values).size).toBe(values.length);
        expect(
          answered
            .filter((one) => one.selected)
            .map(({ value }) => value)
            .toSorted(),
        ).toEqual(selected.toSorted());
        for (const { value, count } of answered)
          expect([facet, value, count]).toEqual([facet, value, counts.get(value) ?? 0]);
        const numbers = answered.map(({ count }) => count);
        expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
        const most = [...counts.values()].toSorted((a, b) => b - a).slice(0, MOST_VALUES);
        expect(numbers.filter((count) => count > 0).slice(0, MOST_VALUES)).toEqual(most);
      }
      const prices = hits
        .filter((one) => belongs(one, filter, locale, 'PRICE'))
        .map((one) => priceOf(one, locale) ?? 0);
      const range = page.priceRange && [page.priceRange.min.amount, page.priceRange.max.amount];
      expect(range).toEqual(prices.length > 0 ? [Math.min(...prices), Math.max(...prices)] : null);
      const bands = page.facets.find(({ key }) => key === 'PRICE')?.values ?? [];
      for (const { value, count } of bands) {
        const [from, to] = value.split('-');
        expect(count).toBe(prices.filter((price) => price >= Number(from) && (!to || price <= Number(to))).length);
      }
      expect(bands.reduce((sum, { count }) => sum + count, 0)).toBe(prices.length);
    }
  });

  describe('order and pages', () => {
    it.each(Object.values(ProductSort))('lists by %s in every language and market', (sort) => {
      for (const language of LANGUAGES) {
        for (const market of MARKETS) {
          const locale = localeOf(language, market);
          const expected = sorted(
            records().filter((product) => belongs(product, {}, locale)),
            sort,
            locale,
          );
          expect(walk({ sort, language, market }, 17).map(({ slug }) => slug)).toEqual(
            expected.map(({ slug }) => slug),
          );
        }
      }
    });

    it.each([...Object.values(ProductSort), 'cream'])(
      'walks a list (%s) with each product once while products are written in between',
      async (way) => {
        const args: Partial<ProductsArgs> = way === 'cream' ? { query: way } : { sort: way as ProductSort };
        const before = walk(args, 100).map(({ slug }) => slug);
        const seen: string[] = [];
        let pages = 0;
        for (let after: string | undefined; ; ) {
          const page = list({ ...args, first: 9, after });
          seen.push(...page.nodes.map(({ slug }) => slug));
          if (!page.pageInfo.hasNextPage) break;
          after = page.pageInfo.endCursor ?? undefined;
          pages++;
          if (pages > 3) continue;
          const amount = [100, 3000, 90_000][pages - 1] ?? 0;
          const prices = { EUR: amount, GBP: amount, USD: amount, CNY: amount };
          const name = `${['Aaa', 'Mmm', 'Zzz'][pages - 1]} Cream`;
          await catalogue.write({
            products: [
              draft(`written-${way.toLowerCase().replace('_', '-')}-${pages}`, name, {
                variants: [{ optionValues: [], prices, stock: 3, stockTracked: true }],
              }),
              draft('never-runs-out', 'Never Runs Out', {
                vendor: `${way} ${pages}`,
                ...(EDGES[2] && { options: EDGES[2].options, variants: EDGES[2].variants }),
              }),
            ],
          });
        }
        expect(pages).toBeGreaterThan(2);
        expect(new Set(seen).size).toBe(seen.length);
        expect(seen.filter((slug) => before.includes(slug))).toEqual(before);
      },
    );

    it.each(['', 'no cursor!', 'bm90IGpzb24', 'WzEsMl0', 'x'.repeat(5000)])('refuses "%.20s" as a cursor', (after) => {
      expect(() => list({ after })).toThrow(badInput);
    });

    it('refuses a cursor of a list in another order', () => {
      const after = list({ sort: 'TITLE', first: 1 }).pageInfo.endCursor ?? '';
      expect(list({ sort: 'TITLE', after }).nodes.length).toBeGreaterThan(0);
      expect(() => list({ sort: 'PRICE_ASC', after })).toThrow(badInput);
      expect(() => list({ query: 'cream', after })).toThrow(badInput);
    });

    it('refuses pages of no product and of more than 100, and very long queries', () => {
      for (const first of [0, -1, 101]) expect(() => list({ first })).toThrow(badInput);
      expect(() => list({ query: 'x'.repeat(201) })).toThrow(badInput);
      expect(list({ first: 1 }).nodes).toHaveLength(1);
      expect(list({ first: 100 }).nodes).toHaveLength(100);
    });
  });
});

const badInput: unknown = expect.objectContaining({ code: 'BAD_USER_INPUT' });
