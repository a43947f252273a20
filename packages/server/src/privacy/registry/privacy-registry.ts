import type { Category } from '@barrier/schema/privacy/category.ts';
import { LONGEST_RETENTION_DAYS, type RetentionDays } from '@barrier/schema/privacy/retention.ts';
import type { SqlEntityManager } from '@mikro-orm/sql';
import type { Message } from '../../platform/graphql/user-error.ts';
import type { ActiveSubject } from '../subjects/active-subject.ts';
import type { SealedFieldName } from '../vault/field-registry.ts';
import type { DownloadRegistration, RegisteredDownload } from './download-registration.ts';

/**
 * Why rows may not go yet. `ENDABLE`: something is under way that an {@link EndingRegistration} can bring to its end. `UNDER_WAY`: only
 * time or a person can finish it, such as a parcel that is on its way.
 */
export type ErasureHold = 'ENDABLE' | 'UNDER_WAY';

/** How one kind of row is erased with its subject. */
export interface ErasureRegistration {
  readonly name: string;
  /**
   * Name of the entity whose rows go. One with a property `subjectId` keeps the subject of an order alive for as long as it has a row of
   * theirs (decision 020); one without hangs on the rows of another.
   */
  readonly entity: string;
  /** The sealed fields that go with them. */
  readonly fields: readonly SealedFieldName[];
  /** Deletes the subject's rows, or reduces them to what no longer is about anybody; answers how many. Idempotent. */
  readonly erase: (em: SqlEntityManager, subjectId: string) => Promise<number>;
  /**
   * What keeps the subject's rows for now; left out where nothing ever does. Asked in the transaction of the intent, with the
   * subject's row locked: whatever begins such a thing must lock that row too (`lockSubjectRow`).
   */
  readonly hold?: (em: SqlEntityManager, subjectId: string) => Promise<ErasureHold | null>;
  /** What these rows are called to the person whose they are; without it the name stands for it. */
  readonly title?: Message;
  /** How many rows of a subject there are; left out where they are those with the subject's id. */
  readonly count?: (em: SqlEntityManager, subjectId: string) => Promise<number>;
  /** Whether such a row keeps no subject from being erased when nothing else is left of them, as one that says whose an order is. */
  readonly keepsNobody?: boolean;
}

/**
 * Brings what a feature has under way for a subject to its end, before the key is destroyed (decision 010). It is apart from
 * the erasure because it needs what the core does not have, such as the payment institution; where it is not registered an
 * erasure that is held waits.
 */
export interface EndingRegistration {
  readonly name: string;
  /** Idempotent; run again after a crash. Throws if it cannot be done now: then the erasure waits and it is asked again. */
  readonly bringToEnd: (subjectId: string) => Promise<void>;
}

/**
 * What stays when a person is erased, and by which rule: each feature says it of its own, so that previews and receipts are computed and
 * not written by hand. None of it leads to anybody.
 */
export interface RemnantRegistration {
  readonly name: string;
  readonly what: Message;
  readonly because: Message;
  readonly until: Message;
  /** How many of it these subjects will leave; null where it cannot be counted. Left out of the answer if it is none. */
  readonly count: (em: SqlEntityManager, subjectIds: readonly string[]) => Promise<number | null>;
}

/** How what is due is found and cleaned up (P4.5); `runRetention` asks them one after the other. */
export interface RetentionRegistration {
  readonly name: string;
  readonly category: Category;
  readonly fields: readonly SealedFieldName[];
  /** Whether it goes even while something is under way for the subject, which has no use for it. */
  readonly whateverIsUnderWay?: boolean;
  /**
   * Ids of at most so many subjects with values whose time is over, each once, those that were not dealt with among the first. Asked again
   * and again: by an index that has nothing in it but what may be due.
   */
  readonly due: (em: SqlEntityManager, now: Date, limit: number) => Promise<string[]>;
  /**
   * Erases or reduces the values that are due; answers how many. Idempotent. In a transaction with the subject's row locked, in which
   * nothing keeps the subject's rows (`ErasureRegistration.hold`).
   */
  readonly apply: (em: SqlEntityManager, subjectId: string, now: Date) => Promise<number>;
}

/**
 * How a feature stores the rows of a canary (decision 015): as those of real people, by the same code, and in a state in which nothing
 * becomes of them: never paid, sent, counted or shown.
 */
export interface CanaryRegistration {
  readonly name: string;
  /** Writes them in the transaction that makes the subject; all sealed fields of its entities, with the words of the core's `canary`. */
  readonly plant: (em: SqlEntityManager, subject: ActiveSubject) => Promise<void>;
}

/** The outcome of a control. */
export interface ControlResult {
  readonly state: 'GREEN' | 'RED';
  /** One sentence for the privacy officer, without any personal value. */
  readonly finding: string;
}

/** A check that a promise of the policy is kept. */
export interface ControlRegistration {
  readonly name: string;
  /** The clause it watches (P4.6). */
  readonly clause: string;
  /** Null if it could not look at everything before the process ended: then stands what was found before. */
  readonly check: () => Promise<ControlResult | null>;
}

/** The registries that each feature adds to; erasure, download, retention and controls iterate them and know no feature (D22). */
export interface PrivacyRegistry {
  registerErasure(registration: ErasureRegistration): void;
  registerEnding(registration: EndingRegistration): void;
  registerRemnant(registration: RemnantRegistration): void;
  registerDownload<Field extends SealedFieldName, Fact extends string>(
    registration: DownloadRegistration<Field, Fact>,
  ): void;
  registerRetention(registration: RetentionRegistration): void;
  registerCanary(registration: CanaryRegistration): void;
  registerControl(registration: ControlRegistration): void;
  /** For how long this shop keeps what. */
  readonly retentionDays: RetentionDays;
  readonly erasures: readonly ErasureRegistration[];
  readonly endings: readonly EndingRegistration[];
  readonly remnants: readonly RemnantRegistration[];
  readonly downloads: readonly RegisteredDownload[];
  readonly retentions: readonly RetentionRegistration[];
  readonly canaries: readonly CanaryRegistration[];
  readonly controls: readonly ControlRegistration[];
}

/** An empty registry. Each of its lists refuses a name that it has. */
export function createPrivacyRegistry(retentionDays: RetentionDays = LONGEST_RETENTION_DAYS): PrivacyRegistry {
  const erasures: ErasureRegistration[] = [];
  const endings: EndingRegistration[] = [];
  const remnants: RemnantRegistration[] = [];
  const downloads: RegisteredDownload[] = [];
  const retentions: RetentionRegistration[] = [];
  const canaries: CanaryRegistration[] = [];
  const controls: ControlRegistration[] = [];
  return {
    registerErasure: (registration) => add(erasures, registration),
    registerEnding: (registration) => add(endings, registration),
    registerRemnant: (registration) => add(remnants, registration),
    registerDownload: (registration) => add(downloads, registration),
    registerRetention: (registration) => add(retentions, registration),
    registerCanary: (registration) => add(canaries, registration),
    registerControl: (registration) => add(controls, registration),
    retentionDays,
    erasures,
    endings,
    remnants,
    downloads,
    retentions,
    canaries,
    controls,
  };
}

function add<Registration extends { readonly name: string }>(list: Registration[], registration: Registration): void {
  if (list.some(({ name }) => name === registration.name))
    throw new Error(`${registration.name} is registered already.`);
  list.push(registration);
}
