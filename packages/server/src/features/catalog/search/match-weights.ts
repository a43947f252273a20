import { LANGUAGES } from '../locale.ts';
import { PLACES } from './search-index.ts';

/** How a term of the index answers a term of the query. */
export const EXACT = 0;
export const PREFIX = 1;
export const COMPOUND = 2;
export const TYPING_ERROR = 3;
export type MatchKind = typeof EXACT | typeof PREFIX | typeof COMPOUND | typeof TYPING_ERROR;

/** Title before ingredient, collection and vendor, before description. */
const FIELD_WEIGHT = [100, 50, 12] as const;

/** What another language than the one asked for is worth. */
const OTHER_LANGUAGE = 0.6;

const KIND_WEIGHT: Readonly<Record<MatchKind, number>> = {
  [EXACT]: 1,
  [PREFIX]: 0.75,
  [COMPOUND]: 0.6,
  [TYPING_ERROR]: 0.45,
};

/**
 * The weight (1 to 100) of a posting, by language, kind of match and the posting's places. It depends on nothing but
 * query and document, so that a product keeps its place in a list while others come and go (cursors stay good).
 */
export const MATCH_WEIGHTS: readonly (readonly Uint8Array[])[] = LANGUAGES.map((_, lang) =>
  Object.values(KIND_WEIGHT).map((kind) => {
    const weights = new Uint8Array(PLACES);
    for (let places = 1; places < PLACES; places++) {
      let best = 0;
      FIELD_WEIGHT.forEach((weight, field) => {
        const languages = (places >>> (field * 3)) & 0b111;
        if (languages === 0) return;
        best = Math.max(best, weight * ((languages >>> lang) & 1 ? 1 : OTHER_LANGUAGE));
      });
      weights[places] = Math.max(1, Math.round(best * kind));
    }
    return weights;
  }),
);
