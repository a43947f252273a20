import { BadInput, MOST_CHARACTERS } from '../../../platform/input-shape.ts';
import type { ProductPicture } from '../product.entity.ts';
import type { ProductDraft, VariantDraft } from '../product-draft.ts';
import type { GroupData, IngredientData } from '../write-catalogue.ts';
import { BARRIER_COLUMNS } from './barrier-columns.ts';
import { handleAt, webAddressAt } from './catalogue-shape.ts';
import { listCell, numberCell, plainCell } from './parse-cells.ts';
import { publicationOf } from './publication.ts';
import { attempt, BadRow, keptFields, mapCell, type Row, type RowReading } from './row.ts';
import { descriptionOf } from './sanitise-description.ts';
import { isVariantColumn } from './shopify-columns.ts';
import { variantFromRow } from './variant-from-row.ts';

/** Columns that are understood here; all others are kept as they are. */
const UNDERSTOOD = new Set([
  'Handle',
  'Title',
  'Body (HTML)',
  'Vendor',
  'Type',
  'Tags',
  'Published',
  'Status',
  'Option1 Name',
  'Option2 Name',
  'Option3 Name',
  'Image Src',
  'Image Position',
  'Image Alt Text',
  'Collection',
  ...BARRIER_COLUMNS.map(({ header }) => header),
]);

const MOST_PICTURES = 250;

/** A product with what it refers to, some of which may be new. */
export interface ReadProduct {
  readonly draft: ProductDraft;
  readonly groups: readonly GroupData[];
  readonly ingredients: readonly IngredientData[];
}

/**
 * A product from its rows: the first says what it is and has its first variant and picture, the others have one more
 * variant, or picture, or both.
 * @throws {BadRow} naming the line that is wrong.
 */
export function productFromRows(rows: readonly Row[], reading: RowReading): ReadProduct {
  const [first] = rows;
  if (!first) throw new BadRow(0, 'There is no row.');
  const { language } = reading;
  const product = attempt(first.line, () => {
    const text = (column: string, most: number = MOST_CHARACTERS.name) =>
      mapCell(first, column, (cell) => plainCell(cell, column, most));
    const title = text('Title');
    if (!title) throw new BadInput('Title: a text is wanted on the first row of a product.');
    const body = mapCell(first, 'Body (HTML)', (cell) => descriptionOf(cell, 'Body (HTML)'));
    const category = categoryOf(first, reading);
    const extra = BARRIER_COLUMNS.map((column) => mapCell(first, column.header, (cell) => column.read(cell, language)));
    const own = Object.assign({}, ...extra.map(({ texts: _, ...fields } = {}) => fields)) as Partial<ProductDraft>;
    const persons = extra.flatMap((fields) => fields?.responsiblePersons ?? []);
    const collections = collectionsOf(first, own.collections, reading);
    const ingredients = own.ingredients?.map((name) => known('Ingredients', name, reading.ingredients.named(name)));
    const publication = publicationOf(first.cells.get('Status'), first.cells.get('Published'));
    const draft = {
      ...own,
      handle: handleAt(first.cells.get('Handle'), 'Handle'),
      language,
      ...publication.status,
      texts: Object.assign(
        { title: { [language]: title } },
        body === undefined ? {} : { descriptionHtml: { [language]: body } },
        ...extra.map((fields) => fields?.texts ?? {}),
      ) as ProductDraft['texts'],
      vendor: text('Vendor'),
      responsiblePersons:
        persons.length > 0 ? (Object.assign({}, ...persons) as ProductDraft['responsiblePersons']) : undefined,
      category: category === undefined ? undefined : (category?.handle ?? null),
      collections: collections && distinct(collections.map(({ handle }) => handle)),
      ingredients: ingredients && distinct(ingredients.map(({ slug }) => slug)),
      tags: mapCell(first, 'Tags', (cell) => listCell(cell, /,/)),
      sourceFields: { ...keptFields(first, false, (column) => UNDERSTOOD.has(column)), ...publication.kept },
    } satisfies ProductDraft;
    return { draft, groups: [...(category ? [category] : []), ...(collections ?? [])], ingredients: ingredients ?? [] };
  });
  const options = attempt(first.line, () => optionNames(first));
  return {
    ...product,
    draft: {
      ...product.draft,
      options: options?.map((name) => ({ name: { [language]: name } })),
      variants: variantsOf(rows, options ?? [], reading),
      pictures: first.cells.has('Image Src') ? picturesOf(rows) : undefined,
    },
  };
}

function categoryOf(row: Row, { groups }: RowReading): GroupData | null | undefined {
  const type = row.cells.get('Type');
  const taxonomy = row.cells.get('Product Category');
  if (type === undefined && taxonomy === undefined) return undefined;
  const leaf = taxonomy?.split('>').at(-1) ?? '';
  return groups.named(plainCell(type?.trim() || leaf, 'Type', MOST_CHARACTERS.name), 'CATEGORY');
}

/** The collections that our own column names, and the one of the column that other shops know. */
function collectionsOf(
  row: Row,
  names: readonly string[] | undefined,
  { groups }: RowReading,
): GroupData[] | undefined {
  const more = mapCell(row, 'Collection', (cell) => plainCell(cell, 'Collection', MOST_CHARACTERS.name));
  if (!names && !more) return undefined;
  return [...(names ?? []), ...(more ? [more] : [])].map((name) =>
    known('Collections', name, groups.named(name, 'COLLECTION')),
  );
}

function known<Item>(column: string, name: string, item: Item | null): Item {
  if (item === null) throw new BadInput(`${column}: "${name}" has neither letters nor digits.`);
  return item;
}

function distinct(keys: readonly string[]): string[] {
  return [...new Set(keys)];
}

/** The names of the options; none where a product comes in one form only, which Shopify calls "Title: Default Title". */
function optionNames(row: Row): string[] | undefined {
  if (!row.cells.has('Option1 Name')) return undefined;
  const names = [1, 2, 3].map((number) =>
    plainCell(row.cells.get(`Option${number} Name`) ?? '', `Option${number} Name`, 255),
  );
  const isDefault =
    names[0]?.toLowerCase() === 'title' && row.cells.get('Option1 Value')?.trim().toLowerCase() === 'default title';
  const given = isDefault ? [] : names.filter((name) => name !== '');
  if (!isDefault && names.slice(0, given.length).includes(''))
    throw new BadInput('Option1 Name: options are to be filled in from the first.');
  if (new Set(given).size < given.length) throw new BadInput('Option2 Name: two options have the same name.');
  return given;
}

const isFilled = (cell: string) => cell.trim() !== '';

function variantsOf(rows: readonly Row[], options: readonly string[], reading: RowReading): VariantDraft[] {
  const seen = new Map<string, number>();
  return rows.flatMap((row, at) => {
    const says = [...row.cells].some(([column, cell]) => isVariantColumn(column) && isFilled(cell));
    if (at > 0 && !says) return [];
    const variant = attempt(row.line, () => variantFromRow(row, options, reading));
    const choice = JSON.stringify(variant.optionValues);
    const before = seen.get(choice);
    if (before !== undefined) throw new BadRow(row.line, `The option values are those of line ${before}.`);
    seen.set(choice, row.line);
    // What a later row says of the product in columns nobody knows stays with the row.
    const more = at > 0 ? keptFields(row, false, (column) => UNDERSTOOD.has(column)) : {};
    return [{ ...variant, sourceFields: { ...variant.sourceFields, ...more } }];
  });
}

function picturesOf(rows: readonly Row[]): ProductPicture[] {
  const placed = rows.flatMap((row, at) => {
    const src = row.cells.get('Image Src')?.trim() ?? '';
    if (src === '') return [];
    return attempt(row.line, () => {
      const position = row.cells.get('Image Position')?.trim();
      return {
        position: position ? numberCell(position, 'Image Position', 10_000) : at + 1,
        picture: {
          url: webAddressAt(src, 'Image Src'),
          width: null,
          height: null,
          alt: plainCell(row.cells.get('Image Alt Text') ?? '', 'Image Alt Text', 512),
        },
      };
    });
  });
  placed.sort((a, b) => a.position - b.position);
  // Some tools repeat the picture on each variant's row.
  const distinct = new Map(placed.map(({ picture }) => [picture.url, picture]));
  if (distinct.size > MOST_PICTURES)
    throw new BadRow(rows[0]?.line ?? 0, `A product can have ${MOST_PICTURES} pictures at most.`);
  return [...distinct.values()];
}
