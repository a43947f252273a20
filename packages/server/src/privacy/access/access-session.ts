import type { PersonalMark } from '@barrier/schema/privacy/marks.ts';
import type { PersonalAccess } from '@barrier/schema/privacy/personal-value.type.ts';
import type { Purpose } from '@barrier/schema/privacy/purpose.ts';
import type { AccessReason } from '../access-log/access-event.ts';
import type { PrivacyCore } from '../core.ts';
import type { Sealed } from '../vault/sealed.ts';
import type { DeferredText } from './deferred-text.ts';
import type { Viewer } from './viewer.ts';

/** A personal value as a resolver returns it (D7); `PersonalText` in the schema. */
export interface PersonalAnswer {
  readonly access: PersonalAccess;
  readonly text: DeferredText | string | null;
  readonly until: string | null;
  readonly purposes: Purpose[];
  readonly keptUntil: string | null;
}

/** A value that a resolver needs at once, such as a list whose items are answered one by one. */
export interface OpenedAnswer<T> {
  readonly access: PersonalAccess;
  readonly value: T | null;
  readonly until: string | null;
  readonly purposes: Purpose[];
  readonly keptUntil: string | null;
}

/** How to answer one value. */
export interface AnswerOptions<T> {
  /** Makes a text of the value; needed unless it is a string. */
  readonly format?: (value: T) => string;
  /** The day from which the value is erased (ISO 8601 date), if its clock has started. */
  readonly keptUntil?: string | null;
}

/** What an operation states about itself. */
export interface SessionOptions {
  readonly viewer: Viewer;
  /** Stated by staff, partners and the system; a subject always looks by right (DATA_RIGHTS). */
  readonly purpose?: Purpose;
  readonly reason?: AccessReason;
  readonly caseId?: string | null;
}

/** Decides and collects the openings of one GraphQL operation, so that they cost one durable write (D6). */
export declare class AccessSession {
  constructor(core: PrivacyCore, options: SessionOptions);

  /**
   * Answers a sealed value at a schema coordinate (`Order.email`): reveals it into a deferred text, masks it with a fixed
   * pattern, or denies it. A missing value is answered null. Nothing is decrypted before `flush`.
   */
  answer<T>(
    sealed: Sealed<T> | null | undefined,
    mark: PersonalMark,
    coordinate: string,
    options?: AnswerOptions<T>,
  ): Promise<PersonalAnswer | null>;

  /** Like `answer`, for an address; the country, stored in clear, is also given if masked (D2). */
  answerAddress<T>(
    sealed: Sealed<T> | null | undefined,
    mark: PersonalMark,
    coordinate: string,
    options: AnswerOptions<T> & { countryCode: string },
  ): Promise<(PersonalAnswer & { countryCode: string | null }) | null>;

  /** Reveals a value into the resolver's hands, after writing the log for all that was asked so far. `value` is null unless REVEALED. */
  openNow<T>(
    sealed: Sealed<T> | null | undefined,
    mark: PersonalMark,
    coordinate: string,
    options?: { keptUntil?: string | null },
  ): Promise<OpenedAnswer<T> | null>;

  /** Writes the log, then opens and fills all deferred texts. The server calls it after execution, before serialising. */
  flush(): Promise<void>;
}
