import type { GraphQLSchema } from 'graphql';
import type { Language } from '../market/market.type.ts';
import { matrixRows } from './access-matrix.ts';
import { CATEGORIES, type Category } from './category.ts';
import type { DataMapEntry } from './data-map.type.ts';
import { PURPOSES } from './purpose.ts';
import { readMarks } from './read-marks.ts';
import { vocabularyTexts } from './vocabulary-texts.ts';

/** The data map in a language, computed from the marks of the schema, the vocabulary and the access matrix (P1.3). */
export function computeDataMap(schema: GraphQLSchema, language: Language): DataMapEntry[] {
  const marks = readMarks(schema);
  const texts = vocabularyTexts(language);
  const seenBy = (category: Category) =>
    new Set(matrixRows().flatMap((row) => (row.category === category && row.answer !== 'DENY' ? [row.viewer] : [])));
  return (Object.keys(CATEGORIES) as Category[])
    .map((category) => ({ category, own: marks.filter((marking) => marking.personal?.category === category) }))
    .filter(({ own }) => own.length > 0)
    .map(({ category, own }) => ({
      category,
      title: texts.categoryTitles[category],
      description: texts.categories[category],
      dpv: CATEGORIES[category].dpv,
      clause: CATEGORIES[category].clause,
      entersAt: own.filter(({ direction }) => direction === 'IN').map(({ coordinate }) => coordinate),
      seenAt: own.filter(({ direction }) => direction === 'OUT').map(({ coordinate }) => coordinate),
      purposes: [...new Set(own.flatMap((marking) => marking.personal?.purposes ?? []))].map((purpose) => ({
        purpose,
        description: texts.purposes[purpose],
        ground: PURPOSES[purpose].ground,
        groundDescription: texts.grounds[PURPOSES[purpose].ground],
        dpv: PURPOSES[purpose].dpv,
      })),
      seenBy: [...seenBy(category)].map((viewer) => texts.viewers[viewer]),
      kept: texts.kept[category],
    }));
}
