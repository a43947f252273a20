import type { Language } from '@barrier/schema/market/market.type.ts';
import { beforeAll, expect, it } from 'vitest';
import { openDemoCatalogue } from '../../../test/catalog/open-catalogue.ts';
import { describeEachDialect } from '../../../test/stores/describe-dialects.ts';
import type { CatalogueSnapshot } from './catalogue-snapshot.ts';
import { listProducts } from './list-products.ts';
import { suggestSearch } from './suggest-search.ts';

describeEachDialect('Search in the demo catalogue', (open) => {
  let catalogue: CatalogueSnapshot;
  beforeAll(async () => {
    ({ catalogue } = await openDemoCatalogue((await open()).main));
  });

  const found = (query: string, language: Language = 'EN') => {
    const page = listProducts(catalogue, { query, language, market: 'EU', first: 100 });
    return page.nodes.map(({ title }) => title);
  };
  const slugsFor = (query: string, language: Language) =>
    listProducts(catalogue, { query, language, market: 'EU', first: 100 }).nodes.map(({ slug }) => slug);

  it.each([
    ['EN', 'gel cleanser', 'Dew Gel Cleanser'],
    ['EN', 'dew gel cl', 'Dew Gel Cleanser'],
    ['EN', 'clenser', 'Dew Gel Cleanser'],
    ['EN', 'reservior serum', 'Reservoir Serum'],
    ['EN', 'spf50', 'Parasol Fluid SPF 50'],
    ['EN', 'linen wash', 'Linen Body Wash'],
    ['DE', 'Körperöl', 'Satin Körperöl'],
    ['DE', 'koerperoel', 'Satin Körperöl'],
    ['DE', 'KORPEROL', 'Satin Körperöl'],
    ['DE', 'duschgel', 'Linen Duschgel'],
    ['DE', 'kroperpeeling', 'Grain Körperpeeling'],
    ['ZH', '沐浴', '素麻沐浴露'],
    ['ZH', '面霜', '清露面霜'],
    ['ZH', '磨', '谷粒身体磨砂膏'],
  ] as const)('in %s finds for "%s" first or among the first three "%s"', (language, query, title) => {
    expect(found(query, language).slice(0, 3)).toContain(title);
  });

  it('ranks what is called so before what has it in it, and that before what speaks of it', () => {
    const record = (slug: string) => catalogue.product(slug);
    const ranks = slugsFor('squalane', 'EN').map((slug) => {
      if (/squalane/i.test(record(slug)?.title[0] ?? '')) return 1;
      return record(slug)?.ingredients.includes('squalane') ? 2 : 3;
    });
    expect(ranks.length).toBeGreaterThan(10);
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
  });

  it('finds compounds by their last part, as German writes them', () => {
    expect(found('creme', 'DE')).toEqual(expect.arrayContaining(['Drape Körpercreme', 'Dew Gelcreme']));
  });

  it('finds in every language what is written in any, the language asked for first', () => {
    expect(found('Körperöl', 'EN')).toContain('Satin Body Oil');
    expect(slugsFor('保湿', 'DE')).toEqual(expect.arrayContaining(slugsFor('保湿', 'ZH')));
  });

  it('wants every word, and goes without one only if there is nothing with all', () => {
    const both = found('hand cream');
    expect(both[0]).toMatch(/Hand Cream/);
    expect(found('hand cream zyxwvu')).toEqual(both);
    expect(found('zyxwvu')).toEqual([]);
    expect(found('?!')).toEqual([]);
  });

  it('does not take a word for a typing error that it knows', () => {
    expect(found('oat').length).toBeLessThan(20);
    expect(found('körperöl', 'DE')).toEqual(['Satin Körperöl']);
  });

  it('finds nothing by words that tell nothing, and suggests what begins with one while it is typed', () => {
    for (const [query, language] of [
      ['the', 'EN'],
      ['The for', 'EN'],
      ['der', 'DE'],
    ] as const) {
      expect(found(query, language), query).toEqual([]);
    }
    const typed = suggestSearch(catalogue, { query: 'the', language: 'EN', market: 'EU', first: 10 });
    expect(typed.products).toHaveLength(10);
  });

  it('suggests products, ingredients and groups by the beginning of a word', () => {
    const suggestions = suggestSearch(catalogue, { query: 'hya', language: 'EN', market: 'EU', first: 3 });
    expect(suggestions.ingredients[0]?.commonName).toMatch(/hyaluronic/i);
    expect(suggestions.products).toHaveLength(3);
    const german = suggestSearch(catalogue, { query: 'feuch', language: 'DE', market: 'EU', first: 5 });
    expect(german.collections.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['Feuchtigkeit', 'Feuchtigkeitspflege']),
    );
    expect(suggestSearch(catalogue, { query: ' ', language: 'DE', market: 'EU', first: 5 }).products).toEqual([]);
  });
});
