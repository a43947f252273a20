import type { IngredientsQuery } from '../../generated/graphql.ts';
import { foldName } from './fold-name.ts';

/** An ingredient as the index names it. */
export type IndexedIngredient = IngredientsQuery['ingredients'][number];

/** The ingredients whose names begin with one letter. */
interface LetterGroup {
  readonly letter: string;
  readonly ingredients: readonly IndexedIngredient[];
}

/** The ingredients whose name on the pack or common name has every word that was typed. */
export function ingredientsNamed(all: readonly IndexedIngredient[], typed: string): IndexedIngredient[] {
  const words = foldName(typed).split(/\s+/).filter(Boolean);
  return all.filter(({ inci, commonName }) => {
    const names = foldName(`${inci} ${commonName}`);
    return words.every((word) => names.includes(word));
  });
}

/** The ingredients by the first letter of their name on the pack, which is the same in every language; numbers come first. */
export function byLetter(ingredients: readonly IndexedIngredient[]): LetterGroup[] {
  const groups = new Map<string, IndexedIngredient[]>();
  const named = ingredients.map((ingredient) => ({ ingredient, name: foldName(ingredient.inci) }));
  for (const { ingredient, name } of named.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const first = name.charAt(0).toUpperCase();
    const letter = /[A-Z]/.test(first) ? first : '#';
    groups.set(letter, [...(groups.get(letter) ?? []), ingredient]);
  }
  return [...groups].map(([letter, members]) => ({ letter, ingredients: members }));
}
