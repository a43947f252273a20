import type { Concern, FreeFrom, IngredientFunction, SkinType } from '../../generated/graphql.ts';
import type { SkinProfile } from './device-data.ts';

/** What a product's rank hangs on, in the catalogue's own words. */
export interface Rankable {
  readonly skinTypes: readonly SkinType[];
  readonly concerns: readonly Concern[];
  readonly freeFrom: readonly FreeFrom[];
  readonly ingredients: readonly { readonly commonName: string; readonly functions: readonly IngredientFunction[] }[];
}

/** Why a product stands where it does. */
export type Reason =
  | { readonly kind: 'suits' | 'doesNotSuit'; readonly skinType: SkinType }
  | { readonly kind: 'concern'; readonly concern: Concern }
  | { readonly kind: 'ingredient'; readonly concern: Concern; readonly name: string }
  | { readonly kind: 'without' | 'mayContain'; readonly substance: FreeFrom };

/** A product with its points and the reasons for them. */
export interface Ranked<Product> {
  readonly product: Product;
  readonly points: number;
  readonly reasons: readonly Reason[];
}

/**
 * How points come about. What the maker says the product is for counts most; an ingredient that serves a concern adds to
 * that or stands in for it. What the visitor wants to do without outweighs everything that speaks for a product.
 */
export const POINTS = {
  suits: 3,
  suitsSensitive: 2,
  doesNotSuit: -3,
  notForSensitive: -1,
  concern: 2,
  ingredient: 1,
  without: 1,
  mayContain: -20,
} as const;

/** What an ingredient does that serves a concern. Nothing in a formula's functions speaks of puffiness. */
const SERVED_BY: Readonly<Record<Concern, readonly IngredientFunction[]>> = {
  DEHYDRATION: ['HUMECTANT'],
  REDNESS: ['SOOTHING'],
  BARRIER_CARE: ['BARRIER'],
  DULLNESS: ['EXFOLIANT', 'ANTIOXIDANT'],
  UNEVEN_TONE: ['EXFOLIANT', 'ANTIOXIDANT'],
  PORES: ['EXFOLIANT', 'ABSORBENT'],
  BLEMISHES: ['EXFOLIANT', 'ABSORBENT'],
  FINE_LINES: ['ANTIOXIDANT'],
  ROUGHNESS: ['EXFOLIANT', 'EMOLLIENT'],
  PUFFINESS: [],
  SUN_PROTECTION: ['UV_FILTER'],
};

/** The pack lists ingredients by how much of them is in; far down the list is little. */
const NEAR_THE_TOP = 10;

/** The products, best for that skin first; those that are alike stay in the order of the shop. */
export function rankProducts<Product extends Rankable>(
  products: readonly Product[],
  skin: SkinProfile,
): Ranked<Product>[] {
  return products
    .map((product) => {
      const scored = [...bySkin(product, skin), ...byConcern(product, skin), ...bySubstance(product, skin)];
      return {
        product,
        points: scored.reduce((sum, [points]) => sum + points, 0),
        reasons: scored.map(([, reason]) => reason),
      };
    })
    .sort((a, b) => b.points - a.points);
}

type Scored = readonly [points: number, reason: Reason];

function bySkin({ skinTypes }: Rankable, { skinType, sensitive }: SkinProfile): Scored[] {
  // A product that names no skin is not against any.
  if (skinTypes.length === 0) return [];
  const scored: Scored[] = [];
  if (skinType !== null) {
    scored.push(
      skinTypes.includes(skinType)
        ? [POINTS.suits, { kind: 'suits', skinType }]
        : [POINTS.doesNotSuit, { kind: 'doesNotSuit', skinType }],
    );
  }
  if (sensitive) {
    scored.push(
      skinTypes.includes('SENSITIVE')
        ? [POINTS.suitsSensitive, { kind: 'suits', skinType: 'SENSITIVE' }]
        : [POINTS.notForSensitive, { kind: 'doesNotSuit', skinType: 'SENSITIVE' }],
    );
  }
  return scored;
}

function byConcern({ concerns, ingredients }: Rankable, skin: SkinProfile): Scored[] {
  return skin.concerns.flatMap((concern) => {
    const scored: Scored[] = [];
    if (concerns.includes(concern)) scored.push([POINTS.concern, { kind: 'concern', concern }]);
    const serving = ingredients
      .slice(0, NEAR_THE_TOP)
      .find(({ functions }) => functions.some((does) => SERVED_BY[concern].includes(does)));
    if (serving) scored.push([POINTS.ingredient, { kind: 'ingredient', concern, name: serving.commonName }]);
    return scored;
  });
}

function bySubstance({ freeFrom }: Rankable, { without }: SkinProfile): Scored[] {
  return without.map((substance) =>
    freeFrom.includes(substance)
      ? [POINTS.without, { kind: 'without', substance }]
      : [POINTS.mayContain, { kind: 'mayContain', substance }],
  );
}
