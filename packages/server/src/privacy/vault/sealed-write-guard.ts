import { ChangeSetType, type EntityManager, type EventSubscriber, type FlushEventArgs } from '@mikro-orm/core';
import { PrivacyError } from '../privacy-error.ts';
import { lockSubjectRow } from '../subjects/lock-active-subject.ts';
import { holdsSubjectLock } from '../subjects/subject-locks.ts';
import { Sealed } from './sealed.ts';
import { sealedPropertiesOf } from './sealed-property.ts';

/**
 * Looks at every flush before it writes: a sealed value goes only to the row, subject and field it was sealed for, in a
 * transaction that has locked the subject's row and found it active (D3).
 */
export class SealedWriteGuard implements EventSubscriber {
  async onFlush({ em, uow }: FlushEventArgs): Promise<void> {
    for (const change of uow.getChangeSets()) {
      if (change.type !== ChangeSetType.CREATE && change.type !== ChangeSetType.UPDATE) continue;
      const properties = sealedPropertiesOf(change.meta);
      if (properties.length === 0) continue;
      const row = change.entity as Readonly<Record<string, unknown>>;
      const payload = change.payload as Readonly<Record<string, unknown>>;
      const moved = 'subjectId' in payload || 'id' in payload;
      const written = properties.filter(({ property }) => row[property] && (moved || property in payload));
      if (written.length === 0) continue;
      for (const { property, field } of written) checkPlace(row, property, field, change.meta.className);
      await checkLock(em, String(row.subjectId));
    }
  }
}

function checkPlace(row: Readonly<Record<string, unknown>>, property: string, field: string, entity: string): void {
  const value = row[property];
  const binding = value instanceof Sealed ? value.binding : null;
  if (binding?.field !== field || binding.rowId !== row.id || binding.subjectId !== row.subjectId) {
    throw new PrivacyError(
      'NOT_BOUND',
      `${entity}.${property} takes a value sealed for this row's ${field} and subject.`,
    );
  }
}

async function checkLock(em: EntityManager, subjectId: string): Promise<void> {
  // A savepoint inside a transaction that holds the lock is a transaction of its own to the ORM.
  if (!holdsSubjectLock(em, subjectId)) await lockSubjectRow(em, subjectId);
}
