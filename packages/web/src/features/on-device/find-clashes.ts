import { stepOf } from './arrange-routine.ts';
import type { KeptProduct } from './device-data.ts';

type KeptIngredient = NonNullable<KeptProduct['details']>['ingredients'][number];

/** Two products that do not go together, and the ingredients because of which. */
export interface Clash {
  readonly products: readonly [KeptProduct, KeptProduct];
  readonly ingredients: readonly [KeptIngredient, KeptIngredient];
}

/**
 * The pairs of a time of the day that do not go together: an ingredient of one should not meet an ingredient of the other.
 * One reason for each pair is enough. What a product combines in itself, its makers have balanced.
 */
export function findClashes(products: readonly KeptProduct[]): Clash[] {
  return products.flatMap((one, place) => products.slice(place + 1).flatMap((other) => clashOf(one, other) ?? []));
}

function clashOf(one: KeptProduct, other: KeptProduct): Clash | null {
  for (const mine of activeIn(one)) {
    const theirs = activeIn(other).find(
      ({ slug, avoidWith }) => mine.avoidWith.includes(slug) || avoidWith.includes(mine.slug),
    );
    if (theirs) return { products: [one, other], ingredients: [mine, theirs] };
  }
  return null;
}

/**
 * What stays on the skin in an amount that does something. A cleanser is rinsed off; and an acid in the second half of the
 * list, which goes by amount, only sets how acid the formula is.
 */
function activeIn(product: KeptProduct): KeptIngredient[] {
  if (stepOf(product) === 'cleanse') return [];
  const ingredients = product.details?.ingredients ?? [];
  return ingredients.filter(({ setsPh }, place) => !setsPh || place < ingredients.length / 2);
}
