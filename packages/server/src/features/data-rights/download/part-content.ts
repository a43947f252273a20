import type { KeptTerms } from '@barrier/schema/privacy/kept-because.ts';
import type { SealedFieldName } from '../../../privacy/vault/field-registry.ts';
import type { PlainFact } from '../holdings/fact-text.ts';

/** One value of a copied record, opened; without value and text where it is withheld. */
export interface CopiedValue {
  readonly field: SealedFieldName;
  readonly kept: KeptTerms;
  readonly value?: unknown;
  readonly text?: string;
}

/** One copied record. */
export interface CopiedRecord {
  /** Name of its registration. */
  readonly kind: string;
  readonly name: string | null;
  readonly facts: Readonly<Record<string, PlainFact>>;
  readonly values: readonly CopiedValue[];
}

/** All that is held about one subject, as it is sealed for the download. */
export interface PartContent {
  readonly records: readonly CopiedRecord[];
}
