import type { GraphQLSchema } from 'graphql';
import type { Language } from '../market/market.type.ts';
import { matrixRows } from './access-matrix.ts';
import { CATEGORIES, type Category } from './category.ts';
import type { DataMapEntry, DataMapPurpose, DataMapRecipient } from './data-map.type.ts';
import { keptTexts } from './kept-texts.ts';
import { PURPOSES, type Purpose } from './purpose.ts';
import { type Marking, readMarks } from './read-marks.ts';
import type { Recipient } from './recipient.ts';
import type { RetentionDays } from './retention.ts';
import { vocabularyTexts } from './vocabulary-texts.ts';

/** What the data map says of an agreement: with whom, of what, what for. */
export interface AgreedEgress {
  readonly recipient: Recipient;
  readonly party: string;
  readonly categories: readonly Category[];
  readonly purposes: readonly Purpose[];
}

/**
 * The data map in a language, computed from the marks of the schema, the vocabulary, the access matrix and the agreements in
 * force (P1.3). `stored` adds what is held without a field of its own, such as a mail on its way; the matrix says what that may be used
 * for. `days` says how long this shop keeps.
 */
export function computeDataMap(
  schema: GraphQLSchema,
  language: Language,
  stored: ReadonlySet<Category>,
  days: RetentionDays,
  agreements: readonly AgreedEgress[],
): DataMapEntry[] {
  const marks = readMarks(schema);
  const texts = vocabularyTexts(language);
  const kept = keptTexts(language, days);
  const recipients = describeRecipients(agreements, language);
  const allowed = (category: Category) =>
    matrixRows().filter((row) => row.category === category && row.answer !== 'DENY');
  const purposesOf = (category: Category, own: readonly Marking[]) =>
    own.length > 0
      ? own.flatMap(({ personal }) => personal?.purposes ?? [])
      : allowed(category).map((row) => row.purpose);
  return (Object.keys(CATEGORIES) as Category[])
    .map((category) => ({ category, own: marks.filter((marking) => marking.personal?.category === category) }))
    .map(({ category, own }) => ({ category, own, used: own.filter((marking) => !isAnswerByRight(marking)) }))
    .filter(({ category, used }) => used.length > 0 || stored.has(category))
    .map(({ category, own, used }) => ({
      category,
      title: texts.categoryTitles[category],
      description: texts.categories[category],
      dpv: CATEGORIES[category].dpv,
      clause: CATEGORIES[category].clause,
      entersAt: own.filter(({ direction }) => direction === 'IN').map(({ coordinate }) => coordinate),
      seenAt: own.filter(({ direction }) => direction === 'OUT').map(({ coordinate }) => coordinate),
      purposes: [...new Set(purposesOf(category, used))].map((purpose) => describePurpose(purpose, language)),
      seenBy: [...new Set(allowed(category).map(({ viewer }) => viewer))].map((viewer) => texts.viewers[viewer]),
      recipients: recipients.filter(({ categories }) => categories.includes(category)),
      kept: kept[category],
    }));
}

/** A field in which people are shown their own data, whatever it is: it says nothing of what the data is used for, nor that there is any. */
function isAnswerByRight({ personal }: Marking): boolean {
  return personal?.purposes.length === 1 && personal.purposes[0] === 'DATA_RIGHTS';
}

/** With whom there is an agreement, of what and what for, in a language (P3.1, P5.2). */
export function describeRecipients(agreements: readonly AgreedEgress[], language: Language): DataMapRecipient[] {
  const { recipients } = vocabularyTexts(language);
  return agreements.map(({ recipient, party, categories, purposes }) => ({
    recipient,
    description: recipients[recipient],
    party,
    categories: [...categories],
    purposes: purposes.map((purpose) => describePurpose(purpose, language)),
  }));
}

/** A purpose in a language, with the ground it stands on. */
export function describePurpose(purpose: Purpose, language: Language): DataMapPurpose {
  const texts = vocabularyTexts(language);
  const { ground, dpv } = PURPOSES[purpose];
  return {
    purpose,
    description: texts.purposes[purpose],
    ground,
    groundDescription: texts.grounds[ground],
    dpv,
  };
}
