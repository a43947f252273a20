import type { PersonalAccess } from '@barrier/schema/privacy/personal-value.type.ts';
import type { Purpose } from '@barrier/schema/privacy/purpose.ts';
import type { DeferredText } from './deferred-text.ts';

/** A personal value as a resolver returns it (D7); `PersonalText` in the schema. */
export interface PersonalAnswer {
  readonly access: PersonalAccess;
  readonly text: DeferredText | string | null;
  readonly until: string | null;
  readonly purposes: Purpose[];
  readonly keptUntil: string | null;
}

/** A value that a resolver needs at once, such as a list whose items are answered one by one. */
export interface OpenedAnswer<T> extends Omit<PersonalAnswer, 'text'> {
  readonly value: T | null;
}

/** How to answer one value. */
export interface AnswerOptions<T> {
  /** Makes a text of the value; needed unless it is a string. */
  readonly format?: (value: T) => string;
  /** The day from which the value is erased (ISO 8601 date), if its clock has started. */
  readonly keptUntil?: string | null;
}
