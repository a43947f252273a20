import type { ProductFilter } from '@barrier/schema/catalog/product.args.ts';
import type { ProductSort } from '@barrier/schema/catalog/vocabulary.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildRecord, type RecordOverrides } from '../../../test/catalog/build-record.ts';
import { PublicError } from '../../platform/errors.ts';
import { bestStockOf, type ProductRecord } from './catalogue-records.ts';
import { findProducts, type ProductRequest } from './find-products.ts';
import { countFacets } from './index/count-facets.ts';
import { facetValuesOf, SET_FACETS, type SetFacet } from './index/facet-values.ts';
import { spreadPrices } from './index/price-bands.ts';
import { localeOf } from './locale.ts';
import { ProductIndex } from './product-index.ts';

const EU = localeOf('EN', 'EU');

const FILTER_FIELDS = {
  CATEGORY: 'category',
  COLLECTION: 'collection',
  SKIN_TYPE: 'skinType',
  CONCERN: 'concern',
  INGREDIENT: 'ingredient',
  FREE_FROM: 'freeFrom',
  TEXTURE: 'texture',
  VENDOR: 'vendor',
  SIZE: 'size',
} as const satisfies Record<SetFacet, keyof ProductFilter>;

const some = (...values: string[]) => fc.subarray(values);
const maybe = (...values: string[]) => fc.option(fc.constantFrom(...values), { nil: null });

const product: fc.Arbitrary<RecordOverrides> = fc.record({
  category: maybe('serum', 'mask', 'toner'),
  collections: some('new', 'gifts', 'travel'),
  skinTypes: some('DRY', 'OILY', 'NORMAL'),
  concerns: some('REDNESS', 'PORES'),
  freeFrom: some('ALCOHOL', 'SILICONE'),
  texture: maybe('GEL', 'CREAM'),
  ingredients: some('aqua', 'glycerin', 'niacinamide', 'panthenol'),
  vendor: fc.constantFrom('Barrier', 'Nordlicht'),
  title: fc.constantFrom({ EN: 'Dew serum' }, { EN: 'Dew cream' }, { EN: 'Rain mask' }, { EN: 'Änne' }),
  createdAt: fc.integer({ min: 1, max: 5 }),
  variants: fc.array(
    fc.record({
      size: fc.constantFrom(30, 50),
      prices: fc.constantFrom({ EUR: 500 }, { EUR: 1000 }, { EUR: 1500, USD: 1700 }, { EUR: 4000 }, { USD: 900 }, {}),
      stock: fc.constantFrom(0, 3, 20),
    }),
    { minLength: 1, maxLength: 3 },
  ),
});

const filter: fc.Arbitrary<ProductFilter> = fc.record(
  {
    category: some('serum', 'mask', 'no-such'),
    collection: some('new', 'gifts'),
    skinType: fc.subarray(['DRY', 'OILY'] as const).map((list) => [...list]),
    concern: fc.subarray(['REDNESS', 'PORES'] as const).map((list) => [...list]),
    ingredient: some('glycerin', 'niacinamide'),
    freeFrom: fc.subarray(['ALCOHOL'] as const).map((list) => [...list]),
    texture: fc.subarray(['GEL', 'CREAM'] as const).map((list) => [...list]),
    vendor: some('Barrier', 'Nordlicht'),
    size: some('30 ml', '50 ml'),
    priceMin: fc.constantFrom(0, 501, 1000),
    priceMax: fc.constantFrom(999, 1000, 5000),
    inStock: fc.boolean(),
  },
  { requiredKeys: [] },
);

const sort = fc.constantFrom<ProductSort>('RELEVANCE', 'NEWEST', 'PRICE_ASC', 'PRICE_DESC', 'TITLE');

function indexOf(products: readonly ProductRecord[]): ProductIndex {
  const index = new ProductIndex(({ value }) => value, 32);
  index.apply(products.map((after) => ({ before: null, after })));
  return index;
}

/** Whether a product matches a filter, one facet's own selection left out; nothing clever. */
function matches(record: ProductRecord, wanted: ProductFilter, except?: SetFacet | 'PRICE'): boolean {
  const price = record.priceFrom[EU.mkt]?.amount;
  if (price === undefined) return false;
  if (wanted.inStock && bestStockOf(record) === 'OUT_OF_STOCK') return false;
  if (except !== 'PRICE' && (price < (wanted.priceMin ?? 0) || price > (wanted.priceMax ?? Infinity))) return false;
  return SET_FACETS.every((facet) => {
    const values = wanted[FILTER_FIELDS[facet]] ?? [];
    return facet === except || values.length === 0 || values.some((value) => facetValuesOf(record, facet).has(value));
  });
}

const COLLATOR = new Intl.Collator('en', { numeric: true });

/** The order of a list, worked out by sorting it. */
function compare(a: ProductRecord, b: ProductRecord, by: ProductSort): number {
  const price = (record: ProductRecord) => record.priceFrom[EU.mkt]?.amount ?? 0;
  const byId = a.id < b.id ? -1 : 1;
  switch (by) {
    case 'RELEVANCE':
      return byId;
    case 'NEWEST':
      return b.createdAt - a.createdAt || -byId;
    case 'PRICE_ASC':
      return price(a) - price(b) || byId;
    case 'PRICE_DESC':
      return price(b) - price(a) || -byId;
    case 'TITLE':
      return COLLATOR.compare(a.title[0] ?? '', b.title[0] ?? '') || byId;
  }
}

const slugs = (index: ProductIndex, slots: readonly number[]) => slots.map((slot) => index.products[slot]?.slug);

describe('A list of products', () => {
  it('has the products, the order, the total and the disjunctive counts that looking at every product gives', () => {
    fc.assert(
      fc.property(fc.array(product, { maxLength: 40 }), filter, sort, (overrides, wanted, by) => {
        const records = overrides.map(buildRecord);
        const index = indexOf(records);
        const found = findProducts(index, EU, { filter: wanted, sort: by, first: 100 });
        const expected = records.filter((record) => matches(record, wanted)).sort((a, b) => compare(a, b, by));
        expect(slugs(index, found.slots)).toEqual(expected.map(({ slug }) => slug));
        expect(found.selection.size).toBe(expected.length);
        const counts = new Map(
          countFacets(found.selection).flatMap(({ facet, values }) =>
            values.map(
              ({ number, count, selected }) =>
                [`${facet} ${index.facets.entry(number).value}`, { count, selected }] as const,
            ),
          ),
        );
        for (const facet of SET_FACETS) {
          const others = records.filter((record) => matches(record, wanted, facet));
          for (const value of new Set(records.flatMap((record) => [...facetValuesOf(record, facet)]))) {
            const count = others.filter((record) => facetValuesOf(record, facet).has(value)).length;
            const selected = ((wanted[FILTER_FIELDS[facet]] ?? []) as string[]).includes(value);
            const answered = count > 0 || selected ? { count, selected } : undefined;
            expect(counts.get(`${facet} ${value}`), `${facet} ${value}`).toEqual(answered);
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it('has bands of prices that part it, and their ends are those of the list without its own price filter', () => {
    fc.assert(
      fc.property(fc.array(product, { maxLength: 40 }), filter, (overrides, wanted) => {
        const records = overrides.map(buildRecord);
        const { selection } = findProducts(indexOf(records), EU, { filter: wanted, first: 1 });
        const order = selection.index.orders.prices[EU.mkt];
        const spread = order ? spreadPrices(order, selection.shelf.bands, selection.without('PRICE')) : null;
        const prices = records
          .filter((record) => matches(record, wanted, 'PRICE'))
          .map((record) => record.priceFrom[EU.mkt]?.amount ?? 0);
        if (prices.length === 0) {
          expect(spread).toBeNull();
          return;
        }
        expect([spread?.min, spread?.max]).toEqual([Math.min(...prices), Math.max(...prices)]);
        selection.shelf.bands.forEach(({ from, to }, at) => {
          expect(spread?.counts[at]).toBe(prices.filter((price) => price >= from && price <= (to ?? Infinity)).length);
        });
        expect(spread?.counts.reduce((sum, count) => sum + count, 0)).toBe(prices.length);
      }),
      { numRuns: 200 },
    );
  });

  it('counts values beyond those that have a column, also after they have changed', () => {
    const records = Array.from({ length: 800 }, (_, number) =>
      buildRecord({ vendor: `Brand ${number}`, texture: number % 2 ? 'GEL' : 'CREAM' }),
    );
    const index = indexOf(records);
    const [before] = records.slice(-1);
    if (!before) throw new Error('There is no product.');
    index.apply([
      { before, after: buildRecord({ id: before.id, slug: before.slug, vendor: 'Brand 700', texture: 'GEL' }) },
    ]);
    const { selection } = findProducts(index, EU, {
      filter: { texture: ['GEL'], vendor: ['Brand 1', 'Brand 700', 'Brand 701', 'Brand 799'] },
      first: 1,
    });
    const counts = countFacets(selection).flatMap(({ values }) =>
      values.map(({ number, count }) => [index.facets.entry(number).value, count]),
    );
    expect(Object.fromEntries(counts)).toMatchObject({
      GEL: 3,
      CREAM: 1,
      'Brand 1': 1,
      'Brand 700': 1,
      'Brand 701': 1,
      'Brand 799': 0,
    });
    expect(findProducts(index, EU, { filter: { vendor: ['Brand 799'] }, first: 1 }).selection.size).toBe(0);
    expect(index.shelf(EU.mkt).counts[index.facets.numberOf('VENDOR', 'Brand 700') ?? -1]).toBe(2);
  });

  it('is searched among what the market sells: a better match that is not to be had there hides none', () => {
    const index = indexOf([
      buildRecord({ title: { EN: 'Quorvel Balm' } }),
      buildRecord({ title: { EN: 'Trandil Soap' } }),
      buildRecord({ title: { EN: 'Quorvel Trandil' }, variants: [{ prices: { CNY: 9_000 } }] }),
    ]);
    const found = findProducts(index, EU, { query: 'quorvel trandil', first: 10 });
    expect(found.selection.size).toBe(2);
    expect(found.slots).toHaveLength(2);
  });

  it('finds by a word that was looked for before what has come since, and no more what has gone or is named otherwise', () => {
    const names = new Map([['marula', 'Marula Oil']]);
    const [stays, goes, comes, joins] = [
      buildRecord({ slug: 'stays', title: { EN: 'Plain one' }, ingredients: ['marula'] }),
      buildRecord({ slug: 'goes', title: { EN: 'Marula one' } }),
      buildRecord({ slug: 'comes', title: { EN: 'Marula two' } }),
      buildRecord({ slug: 'joins', title: { EN: 'Marula three' } }),
    ];
    const index = new ProductIndex(({ value }) => names.get(value) ?? value, 32);
    const find = (query: string) => slugs(index, findProducts(index, EU, { query, first: 10 }).slots);
    index.apply([stays, goes].map((after) => ({ before: null, after })));
    expect(find('marula')).toEqual(['goes', 'stays']);
    expect(find('marula one')).toEqual(['goes', 'stays']);
    index.apply([
      { before: goes, after: null },
      { before: null, after: comes },
      { before: null, after: joins },
    ]);
    expect(find('marula')).toEqual(['comes', 'joins', 'stays']);
    names.set('marula', 'Sclerocarya');
    index.renameValues();
    expect(find('marula')).toEqual(['comes', 'joins']);
    expect(find('sclerocarya')).toEqual(['stays']);
  });

  it('is the same after many changes as one made anew', () => {
    const change = fc.record({ at: fc.nat(30), to: fc.option(product, { nil: null }) });
    fc.assert(
      fc.property(
        fc.array(product, { maxLength: 20 }),
        fc.array(change, { maxLength: 40 }),
        filter,
        sort,
        (start, changes, wanted, by) => {
          const held = start.map(buildRecord);
          const index = indexOf(held);
          index.orders.titlesIn(EU.lang);
          for (const { at, to } of changes) {
            const before = held[at % (held.length + 1)] ?? null;
            const after = to && buildRecord(before ? { ...to, id: before.id, slug: before.slug } : to);
            if (before) held.splice(held.indexOf(before), 1);
            if (after) held.push(after);
            // What was counted before a change must not outlive it.
            countFacets(findProducts(index, EU, { filter: wanted, first: 1 }).selection);
            index.apply([{ before, after }]);
          }
          const fresh = indexOf(held.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
          for (const query of [null, 'dew', 'crem', 'glycerin serum', 'mask']) {
            const request = { query, filter: wanted, sort: by, first: 100 };
            const [kept, made] = [findProducts(index, EU, request), findProducts(fresh, EU, request)];
            expect(slugs(index, kept.slots)).toEqual(slugs(fresh, made.slots));
            const few = findProducts(index, EU, { ...request, first: 3 });
            expect(slugs(index, few.slots)).toEqual(slugs(index, kept.slots.slice(0, 3)));
            const counts = (found: typeof kept, of: ProductIndex) =>
              countFacets(found.selection).flatMap(({ facet, values }) =>
                // A selected value that no product has any more is still known to the one that has seen it.
                values.flatMap(({ number, count }) =>
                  count > 0 ? `${facet} ${of.facets.entry(number).value} ${count}` : [],
                ),
              );
            expect(counts(kept, index).sort()).toEqual(counts(made, fresh).sort());
          }
        },
      ),
      { numRuns: 100 },
    );
  });
});

/** Walks a list to its end, page by page; `between` may change the catalogue after each page. */
function walk(
  index: ProductIndex,
  request: Omit<ProductRequest, 'after'>,
  between: (page: number) => void = () => undefined,
): string[] {
  const seen: string[] = [];
  let after: string | null = null;
  for (let page = 0; page < 1000; page++) {
    const found = findProducts(index, EU, { ...request, after });
    seen.push(...slugs(index, found.slots).map(String));
    expect(found.slots.length).toBeLessThanOrEqual(request.first);
    expect(found.hasPrevious).toBe(page > 0);
    const last = found.slots.at(-1);
    if (!found.hasNext || last === undefined) return seen;
    after = found.cursorOf(last);
    between(page);
  }
  throw new Error('The list has no end.');
}

describe('A walk by cursors', () => {
  const sorts: ProductSort[] = ['RELEVANCE', 'NEWEST', 'PRICE_ASC', 'PRICE_DESC', 'TITLE'];
  const few = (number: number): RecordOverrides => ({
    slug: `p${number}`,
    title: { EN: `Serum ${number % 7}` },
    description: { EN: number % 3 ? 'calm' : 'serum serum' },
    createdAt: number % 5,
    variants: [{ prices: { EUR: 500 + (number % 4) * 100 } }],
  });

  it.each(sorts.flatMap((by) => [[by, null] as const, [by, 'serum'] as const]))(
    'by %s for %s meets each product once while others come, go and change',
    (by, query) => {
      const records = Array.from({ length: 60 }, (_, number) => buildRecord(few(number)));
      const index = indexOf(records);
      const untouched = records.filter((_, number) => number % 4 !== 0);
      let added = 1000;
      const seen = walk(index, { query, sort: by, first: 7 }, (page) => {
        const victim = records[page * 4];
        if (!victim) return;
        const cheaper = buildRecord({
          ...few(page),
          id: victim.id,
          slug: victim.slug,
          variants: [{ prices: { EUR: 100 } }],
        });
        index.apply([
          page % 2 ? { before: victim, after: null } : { before: victim, after: cheaper },
          { before: null, after: buildRecord(few(added++)) },
        ]);
      });
      const counts = new Map<string, number>();
      for (const slug of seen) counts.set(slug, (counts.get(slug) ?? 0) + 1);
      expect(untouched.map(({ slug }) => [slug, counts.get(slug)])).toEqual(untouched.map(({ slug }) => [slug, 1]));
    },
  );

  it('gives the list in the order in which one page gives it', () => {
    const index = indexOf(Array.from({ length: 50 }, (_, number) => buildRecord(few(number))));
    for (const by of sorts) {
      for (const query of [null, 'serum', 'calm']) {
        const whole = slugs(index, findProducts(index, EU, { query, sort: by, first: 100 }).slots);
        expect(walk(index, { query, sort: by, first: 7 })).toEqual(whole);
      }
    }
  });

  it('puts equal matches in the order of the catalogue, also where a product has taken the place of another in memory', () => {
    const records = ['a', 'b', 'c'].map((slug) => buildRecord({ slug, title: { EN: 'Serum' } }));
    const index = indexOf(records);
    index.apply([{ before: records[0] ?? null, after: null }]);
    index.apply([{ before: null, after: buildRecord({ slug: 'd', title: { EN: 'Serum' } }) }]);
    expect(slugs(index, findProducts(index, EU, { query: 'serum', first: 2 }).slots)).toEqual(['b', 'c']);
    expect(walk(index, { query: 'serum', first: 1 })).toEqual(['b', 'c', 'd']);
  });

  it('refuses what is no cursor, a cursor of another order, and a page of 0 or 101', () => {
    const index = indexOf(Array.from({ length: 3 }, (_, number) => buildRecord(few(number))));
    const refused = (request: Partial<ProductRequest>) => () => findProducts(index, EU, { first: 1, ...request });
    const [slot = 0] = findProducts(index, EU, { first: 1 }).slots;
    const good = findProducts(index, EU, { first: 1 }).cursorOf(slot);
    const forged = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    for (const after of [
      '',
      'x',
      '%%%',
      good.slice(1),
      forged([]),
      forged(['c', {}, 'x']),
      forged(['p', 'abc', 'x']),
      'A'.repeat(3000),
    ]) {
      expect(refused({ after })).toThrow(PublicError);
    }
    expect(refused({ after: good, sort: 'NEWEST' })).toThrow(/another order/);
    expect(refused({ after: good, query: 'serum' })).toThrow(/another order/);
    expect(refused({ after: good })).not.toThrow();
    expect(refused({ first: 0 })).toThrow(/first/);
    expect(refused({ first: 101 })).toThrow(/first/);
    expect(refused({ query: 'a'.repeat(201) })).toThrow(/query/);
  });
});
