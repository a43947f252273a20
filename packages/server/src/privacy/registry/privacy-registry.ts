import type { Category } from '@barrier/schema/privacy/category.ts';
import type { SqlEntityManager } from '@mikro-orm/sql';
import type { SealedFieldName } from '../vault/field-registry.ts';
import type { Sealed } from '../vault/sealed.ts';

/** How one kind of row is erased with its subject. */
export interface ErasureRegistration {
  readonly name: string;
  /** Name of the entity whose rows go. */
  readonly entity: string;
  /** The sealed fields that go with them. */
  readonly fields: readonly SealedFieldName[];
  /** Deletes the subject's rows, or reduces them to what no longer is about anybody; answers how many. Idempotent. */
  readonly erase: (em: SqlEntityManager, subjectId: string) => Promise<number>;
}

/** One sealed value of a subject's download. */
export interface DownloadItem {
  readonly field: SealedFieldName;
  readonly sealed: Sealed<unknown>;
}

/** What a feature adds to the download of one's data. */
export interface DownloadRegistration {
  readonly name: string;
  readonly fields: readonly SealedFieldName[];
  readonly collect: (em: SqlEntityManager, subjectId: string) => Promise<DownloadItem[]>;
}

/** How what is due is found and cleaned up (P4.5). */
export interface RetentionRegistration {
  readonly name: string;
  readonly category: Category;
  readonly fields: readonly SealedFieldName[];
  /** Ids of subjects with values whose time is over. */
  readonly due: (em: SqlEntityManager, now: Date, limit: number) => Promise<string[]>;
  /** Erases or reduces the values that are due; answers how many. Idempotent. */
  readonly apply: (em: SqlEntityManager, subjectId: string, now: Date) => Promise<number>;
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
  readonly check: () => Promise<ControlResult>;
}

/** The registries that each feature adds to; erasure, download, retention and controls iterate them and know no feature (D22). */
export interface PrivacyRegistry {
  registerErasure(registration: ErasureRegistration): void;
  registerDownload(registration: DownloadRegistration): void;
  registerRetention(registration: RetentionRegistration): void;
  registerControl(registration: ControlRegistration): void;
  readonly erasures: readonly ErasureRegistration[];
  readonly downloads: readonly DownloadRegistration[];
  readonly retentions: readonly RetentionRegistration[];
  readonly controls: readonly ControlRegistration[];
}

/** An empty registry. Each of its lists refuses a name that it has. */
export function createPrivacyRegistry(): PrivacyRegistry {
  const erasures: ErasureRegistration[] = [];
  const downloads: DownloadRegistration[] = [];
  const retentions: RetentionRegistration[] = [];
  const controls: ControlRegistration[] = [];
  return {
    registerErasure: (registration) => add(erasures, registration),
    registerDownload: (registration) => add(downloads, registration),
    registerRetention: (registration) => add(retentions, registration),
    registerControl: (registration) => add(controls, registration),
    erasures,
    downloads,
    retentions,
    controls,
  };
}

function add<Registration extends { readonly name: string }>(list: Registration[], registration: Registration): void {
  if (list.some(({ name }) => name === registration.name))
    throw new Error(`${registration.name} is registered already.`);
  list.push(registration);
}
