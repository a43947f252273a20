import { IngredientFunction, IngredientOrigin } from '@barrier/schema/catalog/vocabulary.ts';
import {
  BadInput,
  integerAt,
  listAt,
  MOST_CHARACTERS,
  objectAt,
  oneOf,
  optional,
  textAt,
} from '../../../platform/input-shape.ts';
import type { GroupData, IngredientData } from '../write-catalogue.ts';
import { handleAt, localisedAt } from './catalogue-shape.ts';
import type { GroupDraft } from './group-book.ts';
import { LONGEST_SLUG } from './ingredient-book.ts';

const INGREDIENT_KEYS = ['slug', 'inci', 'commonName', 'functions', 'explanation', 'origin', 'avoidWith'];
const GROUP_KEYS = ['handle', 'position', 'title', 'description'];
const MOST_GROUPS = 1_000_000;

/**
 * An ingredient from a line of our own JSON Lines format. The line says all there is to say.
 * @throws {BadInput} naming the field that is wrong.
 */
export function ingredientFromFields(value: object): IngredientData {
  const fields = objectAt(value, '', INGREDIENT_KEYS);
  return {
    slug: slugAt(fields.slug, 'slug'),
    inci: textAt(fields.inci, 'inci'),
    commonName: localisedAt(fields.commonName, 'commonName'),
    explanation: optional(fields.explanation, {}, (text) => localisedAt(text, 'explanation', MOST_CHARACTERS.text)),
    functions: optional(fields.functions, [], (list) =>
      listAt(list, 'functions', (item, path) => oneOf(item, path, Object.values(IngredientFunction))),
    ),
    origin: optional(fields.origin, null, (origin) => oneOf(origin, 'origin', Object.values(IngredientOrigin))),
    avoidWith: optional(fields.avoidWith, [], (list) => listAt(list, 'avoidWith', slugAt)),
  };
}

/**
 * A category or collection from a line of our own JSON Lines format. Without a position it keeps the one it has.
 * @throws {BadInput} naming the field that is wrong.
 */
export function groupFromFields(value: object, kind: GroupData['kind']): GroupDraft {
  const fields = objectAt(value, '', GROUP_KEYS);
  return {
    handle: handleAt(fields.handle, 'handle'),
    kind,
    position: optional(fields.position, null, (position) => integerAt(position, 'position', 0, MOST_GROUPS)),
    title: localisedAt(fields.title, 'title'),
    description: optional(fields.description, {}, (text) => localisedAt(text, 'description', MOST_CHARACTERS.text)),
  };
}

function slugAt(value: unknown, path: string): string {
  const slug = handleAt(value, path);
  if (slug.length > LONGEST_SLUG) throw new BadInput(`${path}: at most ${LONGEST_SLUG} characters are allowed.`);
  return slug;
}
