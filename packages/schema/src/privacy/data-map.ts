import type { GraphQLSchema } from 'graphql';
import { CATEGORIES, type Category } from './category.ts';
import { LEGAL_GROUNDS, PURPOSES, type Purpose } from './purpose.ts';
import { readMarks } from './read-marks.ts';
import { RETENTION } from './retention.ts';
import { matrixRows, type ViewerKind } from './access-matrix.ts';

/** One category of the data map: what is held, where it enters and leaves, why, who may see it and how long (P1.3, P2.5). */
export interface DataMapRow {
  readonly category: Category;
  readonly description: string;
  readonly dpv: string;
  readonly clause: string;
  /** Input fields and arguments through which it enters. */
  readonly entersAt: string[];
  /** Output fields on which it is answered. */
  readonly seenAt: string[];
  readonly purposes: { purpose: Purpose; description: string; ground: string; dpv: string }[];
  readonly seenBy: ViewerKind[];
  readonly kept: string;
}

/** The data map, computed from the marks of the schema, the vocabulary and the access matrix. */
export function computeDataMap(schema: GraphQLSchema): DataMapRow[] {
  const marks = readMarks(schema);
  return (Object.keys(CATEGORIES) as Category[]).map((category) => {
    const own = marks.filter((marking) => marking.personal?.category === category);
    const purposes = [...new Set(own.flatMap((marking) => marking.personal?.purposes ?? []))].sort();
    return {
      category,
      ...CATEGORIES[category],
      entersAt: own.filter(({ direction }) => direction === 'IN').map(({ coordinate }) => coordinate),
      seenAt: own.filter(({ direction }) => direction === 'OUT').map(({ coordinate }) => coordinate),
      purposes: purposes.map((purpose) => ({
        purpose,
        description: PURPOSES[purpose].description,
        ground: LEGAL_GROUNDS[PURPOSES[purpose].ground].dpv,
        dpv: PURPOSES[purpose].dpv,
      })),
      seenBy: [
        ...new Set(matrixRows().flatMap((row) => (row.category === category && row.answer !== 'DENY' ? [row.viewer] : []))),
      ],
      kept: RETENTION[category].description,
    };
  });
}
