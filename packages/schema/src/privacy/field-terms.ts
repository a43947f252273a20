import type { Language } from '../market/market.type.ts';
import { matrixRows } from './access-matrix.ts';
import { CATEGORIES, type Category } from './category.ts';
import { type AgreedEgress, describePurpose, describeRecipients } from './data-map.ts';
import type { DataMapPurpose, DataMapRecipient } from './data-map.type.ts';
import type { Purpose } from './purpose.ts';
import type { Marking } from './read-marks.ts';
import { vocabularyTexts } from './vocabulary-texts.ts';

/** What a stored field says of itself: its category, and the marked coordinates through which it enters or is answered. */
export interface StoredField {
  readonly category: Category;
  readonly personal: readonly string[];
}

/** What holds for every value of a stored field, in a language (P1.3, P2.5). */
export interface FieldTerms {
  readonly category: Category;
  readonly categoryTitle: string;
  readonly categoryDescription: string;
  readonly dpv: string;
  readonly purposes: DataMapPurpose[];
  readonly seenBy: string[];
  readonly recipients: DataMapRecipient[];
}

/**
 * The terms of a stored field, computed from the marks of the schema, the access matrix and the agreements in force: narrower than those
 * of its category on the data map, which several fields share.
 */
export function describeField(
  { category, personal }: StoredField,
  markings: readonly Marking[],
  agreements: readonly AgreedEgress[],
  language: Language,
): FieldTerms {
  const texts = vocabularyTexts(language);
  const rows = matrixRows().filter((row) => row.category === category && row.answer !== 'DENY');
  const marked = markings.filter(
    ({ coordinate, personal: mark }) => mark?.category === category && personal.includes(coordinate),
  );
  const stated = marked.flatMap((marking) => marking.personal?.purposes ?? []);
  const own = new Set<Purpose>(stated.length > 0 ? stated : rows.map(({ purpose }) => purpose));
  const seers = rows.filter(({ viewer, purpose }) => viewer === 'subject' || own.has(purpose));
  return {
    category,
    categoryTitle: texts.categoryTitles[category],
    categoryDescription: texts.categories[category],
    dpv: CATEGORIES[category].dpv,
    purposes: [...own].map((purpose) => describePurpose(purpose, language)),
    seenBy: [...new Set(seers.map(({ viewer }) => viewer))].map((viewer) => texts.viewers[viewer]),
    recipients: describeRecipients(
      agreements.filter(
        ({ categories, purposes }) => categories.includes(category) && purposes.some((purpose) => own.has(purpose)),
      ),
      language,
    ),
  };
}
