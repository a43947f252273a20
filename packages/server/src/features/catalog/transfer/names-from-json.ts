import { IngredientFunction, IngredientOrigin } from '@barrier/schema/catalog/vocabulary.ts';
import type { GroupData, IngredientData } from '../write-catalogue.ts';
import { handleAt, listAt, localisedAt, MOST_CHARACTERS, objectAt, oneOf, optional, textAt } from './input-shape.ts';

const INGREDIENT_KEYS = ['slug', 'inci', 'commonName', 'functions', 'explanation', 'origin', 'avoidWith'];

/**
 * An ingredient from a line of our own JSON Lines format.
 * @throws {BadInput} naming the field that is wrong.
 */
export function ingredientFromJson(line: string): IngredientData {
  const fields = objectAt(JSON.parse(line), '', INGREDIENT_KEYS);
  return {
    slug: handleAt(fields.slug, 'slug'),
    inci: textAt(fields.inci, 'inci'),
    commonName: localisedAt(fields.commonName, 'commonName'),
    explanation: localisedAt(fields.explanation, 'explanation', MOST_CHARACTERS.text),
    functions: listAt(fields.functions, 'functions', (item, path) =>
      oneOf(item, path, Object.values(IngredientFunction)),
    ),
    origin: optional(fields.origin, null, (value) => oneOf(value, 'origin', Object.values(IngredientOrigin))),
    avoidWith: optional(fields.avoidWith, [], (value) => listAt(value, 'avoidWith', handleAt)),
  };
}

/**
 * A category or collection from a line of our own JSON Lines format; its position is that of its line.
 * @throws {BadInput} naming the field that is wrong.
 */
export function groupFromJson(line: string, position: number): GroupData {
  const fields = objectAt(JSON.parse(line), '', ['handle', 'kind', 'title', 'description']);
  return {
    handle: handleAt(fields.handle, 'handle'),
    kind: oneOf(fields.kind, 'kind', ['CATEGORY', 'COLLECTION']),
    position,
    title: localisedAt(fields.title, 'title'),
    description: optional(fields.description, {}, (value) => localisedAt(value, 'description', MOST_CHARACTERS.text)),
  };
}
