import type { CatalogueSnapshot } from './catalogue-snapshot.ts';
import type { Locale } from './locale.ts';
import { foldWord } from './search/fold-text.ts';

/** Most names that are offered. */
const MOST = 4;

/** Names less alike than this are no help (Dice's coefficient over pairs of letters, 0 to 1). */
const LEAST_LIKENESS = 0.3;

/**
 * The names of ingredients, categories and collections that are written most like what was typed, for a search that
 * found nothing although typing errors are understood. A few hundred names are compared, and only then.
 */
export function nearestNames(catalogue: CatalogueSnapshot, locale: Locale, typed: string): string[] {
  const { index } = catalogue;
  const wanted = pairsOf(typed);
  const likeness = new Map<string, number>();
  for (const [number, label] of catalogue.labels(locale.lang).entries()) {
    const { facet, value } = index.facets.entry(number);
    if (facet !== 'INGREDIENT' && facet !== 'CATEGORY' && facet !== 'COLLECTION') continue;
    if (index.countWith(facet, value, locale.mkt) === 0) continue;
    // What people call vitamin B3 they may also have read as niacinamide.
    const names = facet === 'INGREDIENT' ? [label, catalogue.ingredient(value)?.inci ?? label] : [label];
    const [best] = names.map((name) => ({ name, alike: nameLikeness(wanted, name) })).sort((a, b) => b.alike - a.alike);
    if (best && best.alike >= LEAST_LIKENESS) likeness.set(best.name, best.alike);
  }
  return [...likeness]
    .sort(([nameA, a], [nameB, b]) => b - a || (nameA < nameB ? -1 : 1))
    .slice(0, MOST)
    .map(([name]) => name);
}

/** How alike a name is, taken whole or by the one of its words that is most so. */
function nameLikeness(wanted: ReadonlySet<string>, name: string): number {
  return Math.max(...[name, ...name.split(/[\s/()-]+/)].map((part) => likenessOf(wanted, pairsOf(part))));
}

/** The pairs of neighbouring letters in a text; a text of one letter is a pair of its own. */
function pairsOf(text: string): ReadonlySet<string> {
  const letters = [...foldWord(text)];
  return new Set(letters.length === 1 ? letters : letters.slice(1).map((letter, at) => `${letters[at]}${letter}`));
}

function likenessOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const pair of a) if (b.has(pair)) shared++;
  return shared === 0 ? 0 : (2 * shared) / (a.size + b.size);
}
