import type { Language } from '@barrier/schema/market/market.type.ts';
import type { AgreedEgress } from '@barrier/schema/privacy/data-map.ts';
import { describeField, type FieldTerms } from '@barrier/schema/privacy/field-terms.ts';
import type { Marking } from '@barrier/schema/privacy/read-marks.ts';
import { type SealedFieldName, sealedField } from '../../../privacy/vault/field-registry.ts';

/** The terms of sealed fields in a language, each computed once. */
export function fieldTermsOf(
  markings: readonly Marking[],
  agreements: readonly AgreedEgress[],
  language: Language,
): (field: SealedFieldName) => FieldTerms {
  const known = new Map<SealedFieldName, FieldTerms>();
  return (field) => {
    const terms = known.get(field) ?? describeField(sealedField(field), markings, agreements, language);
    known.set(field, terms);
    return terms;
  };
}
