import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../canonical-json.ts';
import { mergeDraft, type ProductData } from '../product-draft.ts';
import { GroupBook } from './group-book.ts';
import { ingredientBook } from './ingredient-book.ts';
import { productFromRows } from './product-from-rows.ts';
import { productToJson } from './product-to-json.ts';
import { productToRows, usedColumns } from './product-to-rows.ts';
import { productFromJson } from './record-from-json.ts';
import type { Row } from './row.ts';
import { columnName, SHOPIFY_COLUMNS } from './shopify-columns.ts';

const word = fc.constantFrom('Linen', 'Größe', '保湿', '5" wide', 'a, b', 'x;y', ' padded ', '50 ml', '');
const filled = fc.constantFrom('Linen', 'Größe', '保湿', '5" wide', 'a, b', '50 ml');

const COMPANIES = fc.constantFrom(
  '',
  'Testhaus GmbH; Musterstraße 1, 12345 Musterstadt; de; safety@testhaus.example',
  ' Testhaus Ltd ;1 Example\nStreet;GB;https://testhaus.example/contact?a=b',
);

/** What may stand in a column; in all others any word. */
const CELLS: Readonly<Record<string, fc.Arbitrary<string>>> = {
  'Body (HTML)': fc.constantFrom(
    '',
    'Plain & simple\n\ntext',
    '<p>One</p><ul><li>x</li></ul>',
    '<h1>Big</h1><script>x</script>',
  ),
  Published: fc.constantFrom('', 'true', 'FALSE'),
  Status: fc.constantFrom('', 'active', 'Draft', 'archived', 'unlisted'),
  Tags: fc.constantFrom('', 'linen', 'linen, summer,  linen'),
  'Product Category': fc.constantFrom('', 'Apparel > Shirts'),
  'Variant Grams': fc.constantFrom('', '0', '240', '12.4'),
  'Variant Inventory Tracker': fc.constantFrom('', 'shopify', 'shipwire'),
  'Variant Inventory Qty': fc.constantFrom('', '0', '-2', '17'),
  'Variant Inventory Policy': fc.constantFrom('', 'deny', 'continue', 'TRUE'),
  'Variant Price': fc.constantFrom('', '0.00', '12,90', '1299'),
  'Variant Compare At Price': fc.constantFrom('', '15.00'),
  'Variant Fulfillment Service': fc.constantFrom('', 'manual', 'elsewhere'),
  'Variant Taxable': fc.constantFrom('', 'true', 'FALSE'),
  'Variant Requires Shipping': fc.constantFrom('', 'TRUE', 'false'),
  'Unit Price Total Measure': fc.constantFrom('', '50', '1.5'),
  'Unit Price Total Measure Unit': fc.constantFrom('', 'ml', 'kg', 'm'),
  'Image Src': fc.constantFrom('', 'https://cdn.example.com/a.jpg?v=1', 'https://cdn.example.com/b.jpg'),
  'Image Position': fc.constantFrom('', '1', '3'),
  'Price / United Kingdom': fc.constantFrom('', '11.00'),
  'Price / Atlantis': fc.constantFrom('', '99.00'),
  'Skin types (product.metafields.barrier.skin_types)': fc.constantFrom('', 'DRY', 'DRY; OILY'),
  'Packaging (product.metafields.barrier.packaging)': fc.constantFrom('', 'TUBE ALUMINIUM #B98A6F'),
  'Directions (product.metafields.barrier.directions)': fc.constantFrom('', 'Apply.\nRinse.'),
  'Warnings (product.metafields.barrier.warnings)': fc.constantFrom('', 'Keep out of the reach of children.'),
  'Manufacturer (product.metafields.barrier.manufacturer)': COMPANIES,
  'Responsible person / EU (product.metafields.barrier.responsible_person_eu)': COMPANIES,
  'Responsible person / GB (product.metafields.barrier.responsible_person_gb)': COMPANIES,
  'Country of origin (product.metafields.barrier.country_of_origin)': fc.constantFrom('', 'kr', 'DE'),
  'Batch number (product.metafields.barrier.batch_note)': fc.constantFrom('', 'On the base of the jar.'),
  'Collections (product.metafields.barrier.collections)': fc.constantFrom(
    '',
    'Summer',
    'Äther & Öl; apparel; SHIRTS',
    '保湿',
  ),
  'Ingredients (product.metafields.barrier.ingredients)': fc.constantFrom('', 'Aqua (Water); Sodium PCA', 'CI 77491'),
  Collection: fc.constantFrom('', 'Summer', 'Late Sale'),
  'Material (product.metafields.custom.material)': word,
};

const COLUMNS = [
  ...SHOPIFY_COLUMNS.map(({ header }) => header),
  ...Object.keys(CELLS).filter((column) => !SHOPIFY_COLUMNS.some(({ header }) => header === column)),
].filter((column) => !/^(Handle|Title|Option)/.test(column));

/** The rows of a product with up to two options and three variants, in a file with any of the columns. */
const product: fc.Arbitrary<Row[]> = fc
  .record({
    columns: fc.subarray(COLUMNS),
    options: fc.nat(2),
    variants: fc.integer({ min: 1, max: 3 }),
    more: fc.nat(2),
  })
  .chain(({ columns, options, variants, more }) => {
    const cells = fc.tuple(...columns.map((column) => CELLS[column] ?? word));
    return fc
      .tuple(fc.array(cells, { minLength: variants, maxLength: variants }), fc.array(cells, { maxLength: more }))
      .map(([own, pictures]) =>
        [...own, ...pictures].map((values, at): Row => {
          const isVariant = at < variants;
          const names = [
            ['Size', 'S', 'M', 'L'],
            ['Colour', 'Sand', 'Ink', 'Sand'],
          ].slice(0, variants > 1 ? Math.max(1, options) : options);
          const optionCells = [0, 1, 2].flatMap((number): [string, string][] => {
            const [name = '', ...value] =
              names[number] ?? (number === 0 && names.length === 0 ? ['Title', 'Default Title'] : []);
            return [
              [`Option${number + 1} Name`, at === 0 ? name : ''],
              [`Option${number + 1} Value`, isVariant ? (value[at] ?? '') : ''],
            ];
          });
          // Rows after the variants are of pictures alone.
          const kept = columns.map((column, place): [string, string] => [
            column,
            isVariant || column.startsWith('Image') ? (values[place] ?? '') : '',
          ]);
          return {
            line: at + 2,
            cells: new Map([['Handle', 'x'], ['Title', at === 0 ? 'Linen "No. 5"' : ''], ...optionCells, ...kept]),
          };
        }),
      );
  });

/** An empty shop, which learns the names that it reads. */
const emptyShop = () =>
  ({
    language: 'EN',
    currency: 'EUR',
    groups: new GroupBook([], 'EN'),
    ingredients: ingredientBook([], 'EN'),
  }) as const;
type Shop = ReturnType<typeof emptyShop>;

const stored = (data: ProductData) => ({ id: '', handle: 'x', createdAt: new Date(0), variantIds: [], data });

function imported(rows: readonly Row[], before: ProductData | null, shop: Shop = emptyShop()): ProductData {
  return mergeDraft(productFromRows(rows, shop).draft, before).data;
}

function exported(data: ProductData, shop: Shop = emptyShop()): { columns: string[]; rows: string[][] } {
  const { columns, write } = productToRows([...new Set(usedColumns(stored(data), shop))], shop);
  return { columns, rows: write(stored(data)) };
}

const asRows = ({ columns, rows }: ReturnType<typeof exported>): Row[] =>
  rows.map((cells, at) => ({
    line: at + 2,
    cells: new Map(columns.map((column, place) => [columnName(column), cells[place] ?? ''])),
  }));

describe('A product that is exported', () => {
  it('changes nothing when it is imported again, and comes out of another shop the same', () => {
    fc.assert(
      fc.property(product, (rows) => {
        const shop = emptyShop();
        const data = imported(rows, null, shop);
        const first = exported(data, shop);
        expect(canonicalJson(imported(asRows(first), data, shop))).toBe(canonicalJson(data));
        const other = emptyShop();
        expect(exported(imported(asRows(first), null, other), other)).toEqual(first);
      }),
      { numRuns: 500 },
    );
  });

  it('is the same after a way through JSON Lines', () => {
    fc.assert(
      fc.property(product, (rows) => {
        const data = imported(rows, null);
        const line = productToJson(stored(data));
        const again = mergeDraft(productFromJson(line), data).data;
        expect(canonicalJson(again)).toBe(canonicalJson(data));
        expect(productToJson(stored(again))).toBe(line);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps the names of its category, collections and ingredients', () => {
    const names = fc.uniqueArray(
      fc.constantFrom('Linen', 'Größe', '保湿', '5" wide', 'a, b', 'Aqua (Water)', 'b', 'クリーム'),
    );
    fc.assert(
      fc.property(names, names, filled, (collections, ingredients, category) => {
        const cells = new Map([
          ['Handle', 'x'],
          ['Title', 'Linen'],
          ['Type', category],
          ['Collections (product.metafields.barrier.collections)', collections.join('; ')],
          ['Ingredients (product.metafields.barrier.ingredients)', ingredients.join('; ')],
        ]);
        const shop = emptyShop();
        const [row] = asRows(exported(imported([{ line: 2, cells }], null, shop), shop));
        for (const [column, cell] of cells) expect(row?.cells.get(column) ?? '', column).toBe(cell);
      }),
    );
  });

  it('keeps what its columns held that the shop has no use for', () => {
    fc.assert(
      fc.property(filled, filled, (seo, cost) => {
        const cells = new Map([
          ['Handle', 'x'],
          ['Title', 'Linen'],
          ['SEO Title', seo],
          ['Google Shopping / MPN', seo],
          ['Cost per item', cost],
          ['Fabric (product.metafields.custom.fabric)', cost],
        ]);
        const [row] = asRows(exported(imported([{ line: 2, cells }], null)));
        for (const [column, cell] of cells) expect(row?.cells.get(column), column).toBe(cell);
      }),
    );
  });
});
