import { setImmediate as nextTurn } from 'node:timers/promises';
import type { PersonalMark } from '@barrier/schema/privacy/marks.ts';
import type { PersonalAccess } from '@barrier/schema/privacy/personal-value.type.ts';
import type { Purpose } from '@barrier/schema/privacy/purpose.ts';
import type { PrivacyCore } from '../core.ts';
import { PrivacyError } from '../privacy-error.ts';
import { restrictedAmong } from '../subjects/restricted-subjects.ts';
import type { Sealed } from '../vault/sealed.ts';
import { decide, dependsOnRestriction } from './decide.ts';
import { DeferredText } from './deferred-text.ts';
import type { GrantItem } from './grant.ts';
import { grantAccess } from './grant-access.ts';
import { maskOf } from './mask.ts';
import type { AnswerOptions, OpenedAnswer, PersonalAnswer } from './personal-answer.ts';
import { type SessionOptions, USUAL_REASON } from './session-options.ts';
import { SubjectLookup } from './subject-lookup.ts';

/** A value that waits for the log. */
interface Pending {
  readonly sealed: Sealed<unknown>;
  readonly item: GrantItem;
  /** Given the value, or null if the key went meanwhile. */
  readonly fill: (value: unknown) => void;
  readonly fail: (error: unknown) => void;
}

type Decision = Omit<PersonalAnswer, 'text'>;

/** How long a revealed value may stay on the screen (ms): a subject's own, and anybody else's (D7, P4.2). */
const ON_SCREEN_MS = { subject: 15 * 60_000, other: 5 * 60_000 } as const;

/** Decides and collects the openings of one GraphQL operation, so that they cost one durable write (D6). */
export class AccessSession {
  readonly #core: PrivacyCore;
  readonly #options: SessionOptions;
  readonly #own: boolean;
  readonly #purpose: Purpose | null;
  readonly #toMask: SubjectLookup;
  readonly #toReveal: SubjectLookup;
  readonly #restricted: SubjectLookup;
  #pending: Pending[] = [];
  #soon: Promise<void> | null = null;
  #failure: Error | null = null;

  constructor(core: PrivacyCore, options: SessionOptions) {
    this.#core = core;
    this.#options = options;
    this.#own = options.viewer.kind === 'visitor' || options.viewer.kind === 'customer';
    this.#purpose = this.#own ? 'DATA_RIGHTS' : (options.purpose ?? null);
    this.#toMask = new SubjectLookup((subjectIds) => core.keys.existing(subjectIds));
    // What will be opened is loaded right away, so that the grant finds it in memory.
    this.#toReveal = new SubjectLookup(async (subjectIds) => {
      const lease = await core.keys.lease(subjectIds);
      return new Set([...subjectIds].filter((subjectId) => lease.has(subjectId)));
    });
    this.#restricted = new SubjectLookup((subjectIds) => restrictedAmong(core.stores.main, subjectIds));
  }

  /**
   * Answers a sealed value at a schema coordinate (`Order.email`): reveals it into a deferred text, masks it with a fixed
   * pattern, or denies it. A missing value is answered null. Nothing is decrypted before `flush`.
   */
  async answer<T>(
    sealed: Sealed<T> | null | undefined,
    mark: PersonalMark,
    coordinate: string,
    options: AnswerOptions<T> = {},
  ): Promise<PersonalAnswer | null> {
    if (!sealed) return null;
    const decision = await this.#decide(sealed, mark, options.keptUntil);
    if (decision.access !== 'REVEALED') {
      return { ...decision, text: decision.access === 'MASKED' ? maskOf(mark.category) : null };
    }
    const text = new DeferredText();
    const format = options.format ?? textOf;
    this.#expect(sealed, mark, coordinate, {
      fill: (value) => text.fill(value === null ? null : format(value as T)),
      fail: (error) => this.#fail(error),
    });
    return { ...decision, text };
  }

  /** Like `answer`, for an address; the country, stored in clear, is also given if masked (D2). */
  async answerAddress<T>(
    sealed: Sealed<T> | null | undefined,
    mark: PersonalMark,
    coordinate: string,
    options: AnswerOptions<T> & { countryCode: string },
  ): Promise<(PersonalAnswer & { countryCode: string | null }) | null> {
    const answer = await this.answer(sealed, mark, coordinate, options);
    if (!answer) return null;
    const shown = answer.access === 'REVEALED' || answer.access === 'MASKED';
    return { ...answer, countryCode: shown ? options.countryCode : null };
  }

  /**
   * Reveals a value into the resolver's hands; `value` is null unless REVEALED. What was asked for in the same turn, here and by
   * `answer`, costs one write of the log together.
   */
  async openNow<T>(
    sealed: Sealed<T> | null | undefined,
    mark: PersonalMark,
    coordinate: string,
    options: { keptUntil?: string | null } = {},
  ): Promise<OpenedAnswer<T> | null> {
    if (!sealed) return null;
    const decision = await this.#decide(sealed, mark, options.keptUntil);
    if (decision.access !== 'REVEALED') return { ...decision, value: null };
    const value = await new Promise<T | null>((resolve, reject) => {
      this.#expect(sealed, mark, coordinate, { fill: (opened) => resolve(opened as T | null), fail: reject });
      this.#soon ??= nextTurn().then(() => this.flush());
      this.#soon.catch(reject);
    });
    return value === null ? { ...decision, access: 'ERASED', until: null, value } : { ...decision, value };
  }

  /**
   * Writes the log, then opens and fills all deferred texts. The server calls it after execution, before serialising.
   * @throws whatever the log or a ciphertext fails with; nothing is to be answered then.
   */
  async flush(): Promise<void> {
    this.#soon = null;
    const pending = this.#pending;
    this.#pending = [];
    try {
      await this.#open(pending);
    } catch (error) {
      this.#fail(error);
    }
    if (this.#failure) throw this.#failure;
  }

  /** The first failure stands; after it the operation answers nothing. */
  #fail(error: unknown): void {
    this.#failure ??=
      error instanceof Error ? error : new Error('A personal value could not be opened.', { cause: error });
  }

  async #decide(sealed: Sealed<unknown>, mark: PersonalMark, keptUntil: string | null | undefined): Promise<Decision> {
    const access = await this.#accessTo(sealed, mark);
    const now = this.#core.clock.now().getTime();
    const until = new Date(now + (this.#own ? ON_SCREEN_MS.subject : ON_SCREEN_MS.other)).toISOString();
    return {
      access,
      until: access === 'REVEALED' ? until : null,
      purposes: [...mark.purposes],
      keptUntil: access === 'ERASED' ? null : (keptUntil ?? null),
    };
  }

  async #accessTo({ binding }: Sealed<unknown>, { category, purposes }: PersonalMark): Promise<PersonalAccess> {
    if (!binding)
      throw new PrivacyError('NOT_BOUND', 'A sealed value was loaded without the id and subject of its row.');
    const purpose = this.#purpose;
    // A subject's right to their own data is a purpose of every field; any other must be the field's.
    if (purpose === null || (!this.#own && !purposes.includes(purpose))) return 'DENIED';
    const { viewer } = this.#options;
    const { subjectId: id } = binding;
    const restricted = dependsOnRestriction(viewer, category, purpose, id) && (await this.#restricted.has(id));
    const answer = decide(viewer, category, purpose, { id, restricted });
    if (answer === 'DENY') return 'DENIED';
    const presence = answer === 'MASK' ? this.#toMask : this.#toReveal;
    if (!(await presence.has(id))) return 'ERASED';
    return answer === 'MASK' ? 'MASKED' : 'REVEALED';
  }

  #expect(
    sealed: Sealed<unknown>,
    { category }: PersonalMark,
    coordinate: string,
    then: Pick<Pending, 'fill' | 'fail'>,
  ): void {
    const subjectId = sealed.binding?.subjectId ?? '';
    this.#pending.push({ sealed, item: { subjectId, category, coordinate }, ...then });
  }

  async #open(pending: readonly Pending[]): Promise<void> {
    const { viewer, reason, caseId } = this.#options;
    if (pending.length === 0 || this.#purpose === null) return;
    const grants = await grantAccess(this.#core, {
      viewer,
      purpose: this.#purpose,
      reason: reason ?? USUAL_REASON[viewer.kind],
      caseId,
      items: pending.map(({ item }) => item),
    });
    for (const { sealed, item, fill, fail } of pending) {
      try {
        fill(this.#core.vault.open(sealed, grants.for(item.subjectId, item.category)));
      } catch (error) {
        if (error instanceof PrivacyError && error.code === 'ERASED') fill(null);
        else fail(error);
      }
    }
  }
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  throw new TypeError('A personal value that is no text needs a format.');
}
