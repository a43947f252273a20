import { BadInput, oneOf } from '../../../platform/input-shape.ts';
import type { ProductDraft } from '../product-draft.ts';
import type { IngredientData } from '../write-catalogue.ts';
import type { GroupDraft } from './group-book.ts';
import { groupFromFields, ingredientFromFields } from './names-from-json.ts';
import { productFromFields } from './product-from-json.ts';

/** What a line of our own JSON Lines format can be. */
export type JsonRecord =
  | { readonly draft: ProductDraft }
  | { readonly group: GroupDraft }
  | { readonly ingredient: IngredientData };

const READ: Readonly<Record<string, (fields: object) => JsonRecord>> = {
  product: (fields) => ({ draft: productFromFields(fields) }),
  category: (fields) => ({ group: groupFromFields(fields, 'CATEGORY') }),
  collection: (fields) => ({ group: groupFromFields(fields, 'COLLECTION') }),
  ingredient: (fields) => ({ ingredient: ingredientFromFields(fields) }),
};

/**
 * What a line of our own JSON Lines format says; its `type` tells what it is about, and a line without one is a product.
 * @throws {BadInput} naming the field that is wrong.
 */
export function recordFromJson(line: string): JsonRecord {
  const value = parseJson(line);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new BadInput('The line is no JSON object.');
  const { type = 'product', ...fields } = value as Record<string, unknown>;
  const read = READ[oneOf(type, 'type', Object.keys(READ))] as (fields: object) => JsonRecord;
  return read(fields);
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line, storable);
  } catch (error) {
    throw error instanceof BadInput ? error : new BadInput('The line is no JSON.');
  }
}

/** Refuses what PostgreSQL cannot store: it would refuse the products before and after as well. */
function storable(key: string, value: unknown): unknown {
  for (const text of [key, value]) {
    if (typeof text === 'string' && (text.includes('\0') || !text.isWellFormed()))
      throw new BadInput('The line has a character that is none (\\u0000 or half of a pair).');
  }
  return value;
}

/**
 * A product from a line of our own JSON Lines format.
 * @throws {BadInput} naming the field that is wrong.
 */
export function productFromJson(line: string): ProductDraft {
  const record = recordFromJson(line);
  if (!('draft' in record)) throw new BadInput('type: a product is wanted.');
  return record.draft;
}
