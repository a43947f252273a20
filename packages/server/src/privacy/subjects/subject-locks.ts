import type { EntityManager } from '@mikro-orm/core';
import { PrivacyError } from '../privacy-error.ts';

/** The subjects that a transaction of the main store has locked. */
const locks = new WeakMap<object, Set<string>>();

/** Notes that the transaction of `em` holds the row of an active subject. @throws if `em` is in no transaction. */
export function noteSubjectLock(em: EntityManager, subjectId: string): void {
  const transaction = transactionOf(em);
  const held = locks.get(transaction) ?? new Set();
  locks.set(transaction, held.add(subjectId));
}

/** Whether the transaction of `em` holds the row of this subject. */
export function holdsSubjectLock(em: EntityManager, subjectId: string): boolean {
  const transaction = em.getTransactionContext<object>();
  return transaction !== undefined && (locks.get(transaction)?.has(subjectId) ?? false);
}

/** The transaction of `em`. @throws {PrivacyError} SUBJECT_NOT_LOCKED if there is none, since a lock would not last. */
export function transactionOf(em: EntityManager): object {
  const transaction = em.getTransactionContext<object>();
  if (!transaction) {
    throw new PrivacyError('SUBJECT_NOT_LOCKED', 'Sealed values are written inside em.transactional() only (D3).');
  }
  return transaction;
}
