import type { GroupData, IngredientData } from '../write-catalogue.ts';
import { localised, withoutEmpty } from './output-shape.ts';

/** An ingredient as a line of our own JSON Lines format; what is empty is left out. */
export function ingredientToJson(ingredient: IngredientData): string {
  return JSON.stringify(
    withoutEmpty({
      type: 'ingredient',
      slug: ingredient.slug,
      inci: ingredient.inci,
      commonName: localised(ingredient.commonName),
      functions: ingredient.functions,
      explanation: localised(ingredient.explanation),
      origin: ingredient.origin,
      avoidWith: ingredient.avoidWith,
    }),
  );
}

/** A category or collection as a line of our own JSON Lines format; what is empty is left out. */
export function groupToJson({ handle, kind, position, title, description }: GroupData): string {
  return JSON.stringify(
    withoutEmpty({
      type: kind.toLowerCase(),
      handle,
      position,
      title: localised(title),
      description: localised(description),
    }),
  );
}
