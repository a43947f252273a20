import type { AccessHistoryEntry } from '@barrier/schema/data-rights/access-history.type.ts';
import type { Language } from '@barrier/schema/market/market.type.ts';
import type { FieldTerms } from '@barrier/schema/privacy/field-terms.ts';
import type { RegisteredDownload, Withheld } from '../../../privacy/registry/download-registration.ts';
import type { SealedFieldName } from '../../../privacy/vault/field-registry.ts';
import type { PartContent } from './part-content.ts';

/** A file of the archive, written as its parts come: first the parts of the person, then the entries of the access log. */
export interface ArchiveFile {
  readonly name: string;
  readonly head: string;
  readonly part: (part: PartContent) => string;
  readonly beforeHistory: string;
  readonly entry: (entry: AccessHistoryEntry) => string;
  readonly foot: string;
}

/** A sealed field whose values may be in the archive. */
export interface ArchiveField {
  readonly name: SealedFieldName;
  readonly label: string;
  /** What the records are called that it stands in. */
  readonly record: string;
  readonly withheld?: Withheld;
}

/** What the files of an archive are written with. */
export interface ArchiveSubject {
  readonly language: Language;
  /** When the copy was asked for. */
  readonly made: Date;
  /** Registrations by their names, in their order. */
  readonly registrations: ReadonlyMap<string, RegisteredDownload>;
  /** Every field of theirs. */
  readonly fields: readonly ArchiveField[];
  readonly termsOf: (field: SealedFieldName) => FieldTerms;
}
