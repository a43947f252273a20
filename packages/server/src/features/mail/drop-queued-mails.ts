import type { Purpose } from '@barrier/schema/privacy/purpose.ts';
import type { SqlEntityManager } from '@mikro-orm/sql';
import { Mail } from './mail.entity.ts';
import { MAIL_PURPOSE, type MailKind } from './mail-kind.ts';

const KINDS = Object.keys(MAIL_PURPOSE) as MailKind[];

/** Takes away the mails to a subject that wait to be sent for a purpose, in the caller's transaction; answers how many. */
export async function dropQueuedMails(em: SqlEntityManager, subjectId: string, purpose: Purpose): Promise<number> {
  const kinds = KINDS.filter((kind) => MAIL_PURPOSE[kind] === purpose);
  if (kinds.length === 0) return 0;
  return em.nativeDelete(Mail, { subjectId, kind: { $in: kinds }, state: 'QUEUED' });
}
