import type { Language } from '@barrier/schema/market/market.type.ts';
import type { KeptTerms } from '@barrier/schema/privacy/kept-because.ts';
import type { SqlEntityManager } from '@mikro-orm/sql';
import type { SealedFieldName } from '../vault/field-registry.ts';
import type { Sealed } from '../vault/sealed.ts';

/** Words in every language of the shop. */
export type Words = Readonly<Record<Language, string>>;

/**
 * Why a value is named and not shown. `SECRET`: it proves who somebody is, and would serve whoever gets hold of the file. `COPY`: what is
 * in it stands elsewhere among the same data.
 */
export type Withheld = 'SECRET' | 'COPY';

/** How values of a sealed field are shown to the person they are about. */
export interface DownloadField {
  readonly label: Words;
  readonly withheld?: Withheld;
}

/** An amount in minor units. */
export interface HeldMoney {
  readonly amount: number;
  readonly currency: string;
}

/** What is stored in clear: a text, a number, a moment, a sum; null if it is not there. */
export type HeldFactValue = string | number | boolean | Date | HeldMoney | null;

/** How a fact is shown; `text` says what a stored text means, such as a code. */
export interface DownloadFact {
  readonly label: Words;
  readonly text?: (stored: string, language: Language) => string;
}

/** The text of a fact whose values are a closed list. */
export function inWords(words: Readonly<Record<string, Words>>): (stored: string, language: Language) => string {
  return (stored, language) => words[stored]?.[language] ?? stored;
}

/** One sealed value of a record, with how long it is kept and how it reads. Made by {@link heldValue}. */
export interface HeldValue<Field extends SealedFieldName = SealedFieldName> {
  readonly field: Field;
  readonly sealed: Sealed<unknown>;
  readonly kept: KeptTerms;
  /** The opened value as a text for people. */
  readonly text: (opened: unknown, language: Language) => string;
}

/** One row about a subject. */
export interface HeldRecord<Field extends SealedFieldName = SealedFieldName, Fact extends string = string> {
  /** Id of the row. */
  readonly id: string;
  /** Which it is, where there may be several, such as the number of an order. */
  readonly name: string | null;
  readonly facts: Readonly<Record<Fact, HeldFactValue>>;
  readonly values: readonly HeldValue<Field>[];
}

/**
 * What a feature holds about a subject, for them to see and to download (P6.1, P2.5). A value whose field has no words here, or that cannot
 * say until when it is kept, does not compile.
 */
export interface DownloadRegistration<Field extends SealedFieldName, Fact extends string> {
  /** The kind of record; also the name of its file. */
  readonly name: string;
  /** What one record is called. */
  readonly title: Words;
  /** Whether it says what the subject is to the shop, such as their order: then all else about the subject stands under its name. */
  readonly leads?: boolean;
  readonly fields: Readonly<Record<Field, DownloadField>>;
  readonly facts: Readonly<Record<Fact, DownloadFact>>;
  readonly collect: (em: SqlEntityManager, subjectId: string) => Promise<HeldRecord<Field, Fact>[]>;
}

/** A registration as the core iterates it, whichever its fields are. */
export interface RegisteredDownload {
  readonly name: string;
  readonly title: Words;
  readonly leads?: boolean;
  readonly fields: Readonly<Partial<Record<SealedFieldName, DownloadField>>>;
  readonly facts: Readonly<Record<string, DownloadFact>>;
  readonly collect: (em: SqlEntityManager, subjectId: string) => Promise<HeldRecord[]>;
}

/** The value of a row in a list of its values: nothing if there is none. What is no text says how it reads. */
export function heldValue<Field extends SealedFieldName>(
  field: Field,
  sealed: Sealed<string> | null | undefined,
  kept: KeptTerms,
): HeldValue<Field>[];
export function heldValue<Field extends SealedFieldName, T>(
  field: Field,
  sealed: Sealed<T> | null | undefined,
  kept: KeptTerms,
  text: (opened: T, language: Language) => string,
): HeldValue<Field>[];
export function heldValue<Field extends SealedFieldName>(
  field: Field,
  sealed: Sealed<unknown> | null | undefined,
  kept: KeptTerms,
  text: (opened: never, language: Language) => string = String,
): HeldValue<Field>[] {
  // The seal says that what is opened is of the type that its text is made of.
  return sealed ? [{ field, sealed, kept, text: text as HeldValue['text'] }] : [];
}
