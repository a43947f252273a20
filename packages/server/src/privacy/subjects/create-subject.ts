import type { EntityManager } from '@mikro-orm/core';
import type { PrivacyCore } from '../core.ts';
import type { ActiveSubject } from './active-subject.ts';
import type { SubjectKind } from './subject.entity.ts';

/** A subject whose key is committed and whose row is not yet written. */
export interface PreparedSubject {
  readonly id: string;
  readonly kind: SubjectKind;
}

/** Commits the key of a new subject, before the main transaction begins (D3). A key whose transaction never commits is swept. */
export declare function prepareSubject(core: PrivacyCore, kind: SubjectKind): Promise<PreparedSubject>;

/** Writes the row of a prepared subject in the caller's transaction. @throws if `em` is not in a transaction. */
export declare function createSubject(em: EntityManager, prepared: PreparedSubject): ActiveSubject;
