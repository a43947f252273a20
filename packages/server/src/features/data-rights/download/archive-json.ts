import { CATEGORIES } from '@barrier/schema/privacy/category.ts';
import { keptBecause } from '@barrier/schema/privacy/kept-because.ts';
import { sealedField } from '../../../privacy/vault/field-registry.ts';
import { partTitle } from '../holdings/collect-part.ts';
import { STORED, WITHHELD } from '../holdings/holdings-texts.ts';
import type { ArchiveFile, ArchiveSubject } from './archive-file.ts';

/** `data.json`: everything, for programs, with the terms of each field and of each value. */
export function archiveJson({ language, fields, registrations, made, termsOf }: ArchiveSubject): ArchiveFile {
  const terms = fields.map((field) => {
    const { category, categoryTitle, dpv, purposes, seenBy, recipients } = termsOf(field.name);
    const { label, record, withheld } = field;
    const stored = STORED[language];
    const shown = withheld ? { withheld: WITHHELD[withheld][language] } : {};
    return [
      field.name,
      { label, record, category, categoryTitle, dpv, purposes, seenBy, recipients, stored, ...shown },
    ] as const;
  });
  const head = {
    format: 'barrier-data-copy/1',
    askedAt: made.toISOString(),
    language,
    fields: Object.fromEntries(terms),
  };
  let parts = 0;
  let entries = 0;
  return {
    name: 'data.json',
    head: `${JSON.stringify(head, null, 1).slice(0, -2)},\n "parts": [`,
    part: ({ records }) => {
      const titled = records.map(({ kind, name }) => {
        const { title, leads = false } = registrations.get(kind) ?? {};
        return { title: title?.[language] ?? kind, name, leads };
      });
      const written = records.map(({ kind, name, facts, values }) => ({
        kind,
        name,
        facts,
        values: values.map(({ field, kept, value, text }) => ({
          field,
          category: sealedField(field).category,
          dpv: CATEGORIES[sealedField(field).category].dpv,
          purposes: termsOf(field).purposes.map(({ purpose }) => purpose),
          keptUntil: kept.until,
          keptBecause: keptBecause(language, kept),
          ...(text === undefined ? { withheld: true } : { value, text }),
        })),
      }));
      const title = partTitle(titled, language);
      return `${parts++ === 0 ? '\n' : ',\n'}${JSON.stringify({ title, records: written })}`;
    },
    beforeHistory: '\n ],\n "accessHistory": [',
    entry: (entry) => `${entries++ === 0 ? '\n' : ',\n'}${JSON.stringify(entry)}`,
    foot: '\n ]\n}\n',
  };
}
