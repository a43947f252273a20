import type { Language } from '@barrier/schema/market/market.type.ts';
import type { IngredientData } from '../write-catalogue.ts';
import { NameBook } from './name-book.ts';

/** The ingredients that there are, found by slug or by the INCI name that stands on the pack. */
export type IngredientBook = NameBook<IngredientData>;

/** Longest slug of an ingredient. */
export const LONGEST_SLUG = 128;

/** A book of ingredients; one that a file names and the shop has not is made with that name alone, to be explained later. */
export function ingredientBook(ingredients: readonly IngredientData[], language: Language): IngredientBook {
  return new NameBook(ingredients, {
    keyOf: ({ slug }) => slug,
    titleOf: ({ inci }) => inci,
    longestKey: LONGEST_SLUG,
    make: (slug, inci) => ({
      slug,
      inci,
      commonName: { [language]: inci },
      explanation: {},
      functions: [],
      origin: null,
      avoidWith: [],
    }),
  });
}
