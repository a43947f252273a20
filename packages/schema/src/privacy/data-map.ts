import type { GraphQLSchema } from 'graphql';
import type { Language } from '../market/market.type.ts';
import { matrixRows } from './access-matrix.ts';
import { CATEGORIES, type Category } from './category.ts';
import type { DataMapEntry } from './data-map.type.ts';
import { keptTexts } from './kept-texts.ts';
import { PURPOSES } from './purpose.ts';
import { type Marking, readMarks } from './read-marks.ts';
import type { RetentionDays } from './retention.ts';
import { vocabularyTexts } from './vocabulary-texts.ts';

/**
 * The data map in a language, computed from the marks of the schema, the vocabulary and the access matrix (P1.3). `stored` adds what
 * is held without a field of its own, such as a mail on its way; the matrix says what that may be used for. `days` says how long this shop keeps.
 */
export function computeDataMap(
  schema: GraphQLSchema,
  language: Language,
  stored: ReadonlySet<Category>,
  days: RetentionDays,
): DataMapEntry[] {
  const marks = readMarks(schema);
  const texts = vocabularyTexts(language);
  const kept = keptTexts(language, days);
  const allowed = (category: Category) =>
    matrixRows().filter((row) => row.category === category && row.answer !== 'DENY');
  const purposesOf = (category: Category, own: readonly Marking[]) =>
    own.length > 0
      ? own.flatMap(({ personal }) => personal?.purposes ?? [])
      : allowed(category).map((row) => row.purpose);
  return (Object.keys(CATEGORIES) as Category[])
    .map((category) => ({ category, own: marks.filter((marking) => marking.personal?.category === category) }))
    .filter(({ category, own }) => own.length > 0 || stored.has(category))
    .map(({ category, own }) => ({
      category,
      title: texts.categoryTitles[category],
      description: texts.categories[category],
      dpv: CATEGORIES[category].dpv,
      clause: CATEGORIES[category].clause,
      entersAt: own.filter(({ direction }) => direction === 'IN').map(({ coordinate }) => coordinate),
      seenAt: own.filter(({ direction }) => direction === 'OUT').map(({ coordinate }) => coordinate),
      purposes: [...new Set(purposesOf(category, own))].map((purpose) => ({
        purpose,
        description: texts.purposes[purpose],
        ground: PURPOSES[purpose].ground,
        groundDescription: texts.grounds[PURPOSES[purpose].ground],
        dpv: PURPOSES[purpose].dpv,
      })),
      seenBy: [...new Set(allowed(category).map(({ viewer }) => viewer))].map((viewer) => texts.viewers[viewer]),
      kept: kept[category],
    }));
}
