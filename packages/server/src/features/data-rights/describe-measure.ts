import type { ErasedCategory, ErasedRecords, ErasureRemnant } from '@barrier/schema/data-rights/erasure.type.ts';
import type { Language } from '@barrier/schema/market/market.type.ts';
import { CATEGORIES, type Category } from '@barrier/schema/privacy/category.ts';
import { vocabularyTexts } from '@barrier/schema/privacy/vocabulary-texts.ts';
import type { SubjectMeasure } from '../../privacy/erasure/measure-subjects.ts';
import type { PrivacyRegistry } from '../../privacy/registry/privacy-registry.ts';

/** A measure in words, in the order of the registries; what is no longer on one is left out. */
export interface DescribedMeasure {
  readonly values: ErasedCategory[];
  readonly records: ErasedRecords[];
  readonly stays: ErasureRemnant[];
}

/** Says what was counted in a language. */
export function describeMeasure(
  { erasures, remnants }: Pick<PrivacyRegistry, 'erasures' | 'remnants'>,
  measure: SubjectMeasure,
  language: Language,
): DescribedMeasure {
  const { categoryTitles } = vocabularyTexts(language);
  return {
    values: (Object.keys(CATEGORIES) as Category[]).flatMap((category) => {
      const count = measure.values[category] ?? 0;
      return count > 0 ? [{ category, title: categoryTitles[category], count }] : [];
    }),
    records: erasures.flatMap(({ name, title }) => {
      const count = measure.records[name] ?? 0;
      return count > 0 ? [{ name, title: title?.[language] ?? name, count }] : [];
    }),
    stays: remnants.flatMap(({ name, what, because, until }) => {
      const count = measure.stays[name];
      if (count === undefined) return [];
      return [{ name, what: what[language], because: because[language], until: until[language], count }];
    }),
  };
}
