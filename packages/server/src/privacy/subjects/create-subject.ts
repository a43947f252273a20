import type { EntityManager } from '@mikro-orm/core';
import { newId } from '../../platform/tokens/new-id.ts';
import type { PrivacyCore } from '../core.ts';
import type { KeyLease } from '../keys/data-key.ts';
import { PrivacyError } from '../privacy-error.ts';
import { ActiveSubject } from './active-subject.ts';
import { Subject, type SubjectKind } from './subject.entity.ts';
import { noteSubjectLock } from './subject-locks.ts';

/** A subject whose key is committed and whose row is not yet written; to be used at once. */
export interface PreparedSubject {
  readonly id: string;
  readonly kind: SubjectKind;
  readonly lease: KeyLease;
  readonly preparedAt: Date;
  /** Moment of the machine's own clock after which its key may be taken for an orphan. */
  readonly usableUntil: number;
}

/** Longest time (ms) between the key's commit and the row's; orphan keys are swept only when much older (D3). */
const PREPARED_FOR_MS = 5 * 60_000;

/**
 * Commits the key of a new subject, before the main transaction begins (D3). The key of a transaction that never commits is
 * swept later.
 */
export async function prepareSubject(
  core: Pick<PrivacyCore, 'keys' | 'clock'>,
  kind: SubjectKind,
): Promise<PreparedSubject> {
  const id = newId();
  const preparedAt = core.clock.now();
  await core.keys.createKey(id);
  const usableUntil = performance.now() + PREPARED_FOR_MS;
  return { id, kind, lease: await core.keys.lease([id]), preparedAt, usableUntil };
}

/**
 * Adds the row of a prepared subject to the caller's transaction; it is flushed with the rest.
 * @throws {PrivacyError} SUBJECT_NOT_LOCKED if `em` is in no transaction, SUBJECT_NOT_ACTIVE if it was prepared too long ago.
 */
export function createSubject(em: EntityManager, prepared: PreparedSubject): ActiveSubject {
  if (performance.now() > prepared.usableUntil) {
    throw new PrivacyError('SUBJECT_NOT_ACTIVE', 'The subject was prepared too long ago; its key may be swept.');
  }
  noteSubjectLock(em, prepared.id);
  em.persist(
    em.create(Subject, { id: prepared.id, kind: prepared.kind, state: 'ACTIVE', createdAt: prepared.preparedAt }),
  );
  return new ActiveSubject(prepared.id, prepared.lease);
}
