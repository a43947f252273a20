import type { EntityManager } from '@mikro-orm/core';
import type { PrivacyCore } from '../core.ts';
import type { ActiveSubject } from './active-subject.ts';

/**
 * Locks a subject's row in the caller's transaction and checks that it is active (D3).
 * @throws {PrivacyError} SUBJECT_NOT_ACTIVE
 */
export declare function lockActiveSubject(
  core: PrivacyCore,
  em: EntityManager,
  subjectId: string,
): Promise<ActiveSubject>;
