import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type DocumentNode, type ExecutionResult, execute, type GraphQLSchema, isObjectType, parse } from 'graphql';
import { compileQuery, isCompiledQuery } from 'graphql-jit';
import { buildSchemaSync } from 'type-graphql';
import { beforeAll, describe, expect, it } from 'vitest';
import { catalogueWriter, openDemoCatalogue, openSnapshot } from '../../../test/catalog/open-catalogue.ts';
import { describeEachDialect } from '../../../test/stores/describe-dialects.ts';
import { CatalogResolver } from './catalog.resolver.ts';
import type { CatalogueSnapshot } from './catalogue-snapshot.ts';
import { importCatalogue } from './import-catalogue.ts';

const schema: GraphQLSchema = buildSchemaSync({ resolvers: [CatalogResolver], validate: false });

const EVERYTHING = parse(/* GraphQL */ `
  query Everything($language: Language!, $market: Market!, $slug: String!, $after: String) {
    products(query: "cream", filter: { skinType: [DRY] }, first: 3, after: $after, language: $language, market: $market) {
      totalCount
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      priceRange { min { amount currency } max { amount } }
      facets { key values { value label count selected } }
      edges { cursor node { slug } }
      nodes { ...Whole }
    }
    product(slug: $slug, language: $language, market: $market) { ...Whole }
    missing: product(slug: "no-such-product") { slug }
    collections(kind: CATEGORY, language: $language, market: $market) { handle kind title description productCount }
    collection(handle: "bestsellers", language: $language) { title kind }
    ingredients(language: $language) { slug productCount }
    ingredient(slug: "squalane", language: $language) { inci commonName explanation functions origin avoidWith avoids { slug inci commonName reason } productCount }
    retinol: ingredient(slug: "retinol", language: $language) { avoids { slug inci commonName reason } }
    relatedProducts(slug: $slug, first: 3, language: $language, market: $market) { slug title priceFrom { amount } }
    searchSuggestions(query: "se", language: $language, market: $market) {
      products { slug }
      ingredients { slug }
      collections { handle }
      nearest
    }
  }
  fragment Whole on Product {
    id slug title subtitle descriptionHtml directions warnings vendor range
    manufacturer { name address country contact }
    responsiblePerson { market company { name address country contact } }
    countryOfOrigin batchNote
    category { handle title productCount }
    collections { handle title }
    skinTypes concerns texture freeFrom useTimes periodAfterOpeningMonths
    ingredients { slug inci commonName functions }
    pictures { url width height alt }
    options { name values }
    variants {
      id title sku barcode
      options { name value }
      price { amount currency }
      compareAtPrice { amount }
      unitPrice { amount currency }
      contentAmount contentUnit stock
    }
    priceFrom { amount currency }
    stock
  }
`);

/** A file of a shop that sells no cosmetics. */
const SHOP = [
  'Handle,Title,Body (HTML),Vendor,Type,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Option3 Name,Option3 Value,Variant SKU,Variant Barcode,Variant Price',
  'mending,Mending,<p>How to darn.</p>,Testverlag,Books,Title,Default Title,,,,,BK-1,9783161484100,24.00',
  't-shirt,T-Shirt,,Testhaus,Shirts,Size,S,Colour,Sand,Cut,Straight,TS-1,,19.00',
  't-shirt,,,,,,M,,Sand,,Wide,TS-2,,19.00',
  't-shirt,,,,,,M,,Ink,,Wide,TS-3,,21.00',
];

describeEachDialect('The graph of the catalogue', (open) => {
  let catalogue: CatalogueSnapshot;
  beforeAll(async () => {
    ({ catalogue } = await openDemoCatalogue((await open()).main));
  });

  const ask = async (document: DocumentNode, variableValues: Record<string, unknown> = {}) =>
    (await execute({ schema, document, variableValues, contextValue: { catalogue } })) as ExecutionResult<
      Record<string, never>
    >;

  it('answers every field, and compiled the same as interpreted', async () => {
    const compiled = compileQuery(schema, EVERYTHING, 'Everything');
    if (!isCompiledQuery(compiled)) throw new Error('The query does not compile.');
    for (const language of ['EN', 'DE', 'ZH']) {
      for (const market of ['EU', 'US']) {
        const variables = { language, market, slug: 'linen-body-wash' };
        const interpreted = await ask(EVERYTHING, variables);
        expect(interpreted.errors).toBeUndefined();
        const fast = (await compiled.query(undefined, { catalogue }, variables)) as ExecutionResult;
        expect(JSON.parse(JSON.stringify(fast))).toEqual(JSON.parse(JSON.stringify(interpreted)));
      }
    }
  });

  it('answers every field of imported products that are no cosmetics', async () => {
    const { main, dataDir } = await open();
    const writer = catalogueWriter(main);
    const path = join(dataDir, 'shop.csv');
    writeFileSync(path, SHOP.join('\n'));
    const reasons: (string | null)[] = [];
    const summary = await importCatalogue(writer, { path, format: 'csv', onRow: ({ reason }) => reasons.push(reason) });
    expect([summary.created, reasons]).toEqual([2, [null, null, null, null]]);
    const other = await openSnapshot(writer);
    const answers = async (slug: string) => {
      const result = await execute({
        schema,
        document: EVERYTHING,
        variableValues: { language: 'DE', market: 'EU', slug },
        contextValue: { catalogue: other },
      });
      expect(result.errors).toBeUndefined();
      return (result.data as Record<string, { pictures: { url: string }[] }>).product;
    };
    const book = await answers('mending');
    expect(book).toMatchObject({
      title: 'Mending',
      category: { handle: 'books', title: 'Books', productCount: 1 },
      ingredients: [],
      skinTypes: [],
      texture: null,
      options: [],
      variants: [
        {
          title: 'Mending',
          barcode: '9783161484100',
          price: { amount: 2400, currency: 'EUR' },
          unitPrice: null,
          contentAmount: null,
        },
      ],
    });
    const shirt = await answers('t-shirt');
    expect(shirt).toMatchObject({
      options: [
        { name: 'Size', values: ['S', 'M'] },
        { name: 'Colour', values: ['Sand', 'Ink'] },
        { name: 'Cut', values: ['Straight', 'Wide'] },
      ],
      variants: [
        { title: 'S / Sand / Straight', price: { amount: 1900 } },
        { title: 'M / Sand / Wide', price: { amount: 1900 } },
        { title: 'M / Ink / Wide', price: { amount: 2100 } },
      ],
    });
    for (const product of [book, shirt]) {
      expect(product).toMatchObject({
        warnings: null,
        manufacturer: null,
        responsiblePerson: null,
        countryOfOrigin: null,
        batchNote: null,
      });
      for (const { url } of product?.pictures ?? []) expect(url).toMatch(/^\/pictures\//);
    }
  });

  it('answers texts in the language and prices in the currency asked for', async () => {
    const { data } = await ask(EVERYTHING, { language: 'DE', market: 'GB', slug: 'linen-body-wash' });
    expect(data).toMatchObject({
      product: {
        title: 'Linen Duschgel',
        options: [{ name: 'Größe', values: ['250 ml', '500 ml'] }],
        priceFrom: { amount: 1200, currency: 'GBP' },
        variants: [{ unitPrice: { amount: 480, currency: 'GBP' } }, {}],
      },
      missing: null,
      ingredient: { inci: 'Squalane' },
    });
  });

  it('answers warnings in the language and the responsible person in the market asked for', async () => {
    const safetyOf = async (slug: string, language: string, market: string) =>
      (await ask(EVERYTHING, { language, market, slug })).data?.product as unknown as Record<string, unknown>;
    const GMBH = { name: 'Barrier Demo GmbH', country: 'DE', contact: 'safety@barrier.example' };
    expect(await safetyOf('rain-sheet-mask', 'DE', 'EU')).toMatchObject({
      warnings: expect.stringMatching(/^Nur zur äußeren Anwendung/) as unknown,
      manufacturer: {
        name: 'Testhaus Cosmetics Co., Ltd.',
        country: 'KR',
        contact: 'https://testhaus.example/contact',
      },
      responsiblePerson: { market: 'EU', company: GMBH },
      countryOfOrigin: 'KR',
      batchNote: 'Auf der Rückseite des Beutels, neben der Aufreißkerbe.',
    });
    expect(await safetyOf('rain-sheet-mask', 'ZH', 'CN')).toMatchObject({
      warnings: expect.stringMatching(/^仅供外用/) as unknown,
      responsiblePerson: { market: 'CN', company: { country: 'CN' } },
      batchNote: '印于包装袋背面的撕口旁。',
    });
    expect(await safetyOf('rain-sheet-mask', 'EN', 'GB')).toMatchObject({
      responsiblePerson: { market: 'GB', company: { name: 'Barrier Demo (UK) Ltd' } },
    });
    // Nobody is named for the United States.
    expect(await safetyOf('rain-sheet-mask', 'EN', 'US')).toMatchObject({
      responsiblePerson: { market: 'EU', company: GMBH },
    });
    // Made at home: nobody is named for the Union either.
    expect(await safetyOf('linen-body-wash', 'EN', 'EU')).toMatchObject({
      manufacturer: GMBH,
      responsiblePerson: { market: 'EU', company: GMBH },
    });
  });

  it('goes on from a cursor', async () => {
    const variables = { language: 'EN', market: 'EU', slug: 'x' };
    type Page = { products: { pageInfo: { endCursor: string; hasPreviousPage: boolean }; nodes: { slug: string }[] } };
    const page = async (after?: string) => (await ask(EVERYTHING, { ...variables, after })).data as unknown as Page;
    const first = await page();
    const second = await page(first.products.pageInfo.endCursor);
    expect(second.products.pageInfo.hasPreviousPage).toBe(true);
    const slugs = [...first.products.nodes, ...second.products.nodes].map(({ slug }) => slug);
    expect(new Set(slugs).size).toBe(6);
  });

  it.each([
    ['{ products(after: "nonsense") { totalCount } }', /after/],
    ['{ products(first: 0) { totalCount } }', /first/],
    ['{ products(first: 101) { totalCount } }', /first/],
    ['{ searchSuggestions(query: "a", first: 11) { products { slug } } }', /first/],
    ['{ relatedProducts(slug: "linen-body-wash", first: 13) { slug } }', /first/],
    ['{ relatedProducts(slug: "linen-body-wash", first: 0) { slug } }', /first/],
  ])('refuses %s as bad input of the caller', async (query, message) => {
    const { errors } = await ask(parse(query));
    expect(errors?.[0]?.originalError).toMatchObject({
      code: 'BAD_USER_INPUT',
      message: expect.stringMatching(message) as unknown,
    });
  });
});

describe('The types of the catalogue', () => {
  it('have no resolver on any field: what a list has thousands of are plain properties', () => {
    const resolved = Object.values(schema.getTypeMap()).flatMap((type) =>
      isObjectType(type) && !type.name.startsWith('__') && type.name !== 'Query'
        ? Object.values(type.getFields()).flatMap(({ name, resolve }) => (resolve ? `${type.name}.${name}` : []))
        : [],
    );
    expect(resolved).toEqual([]);
  });
});
