import type { SqlEntityManager } from '@mikro-orm/sql';
import { v4 as uuidv4 } from 'uuid';
import { enqueueJob } from '../../platform/jobs/enqueue-job.ts';
import type { PrivacyCore } from '../../privacy/core.ts';
import type { ActiveSubject } from '../../privacy/subjects/active-subject.ts';
import { Mail } from './mail.entity.ts';
import type { CountedMailKind, MailKind } from './mail-kind.ts';
import { countMail } from './mail-limit.ts';
import type { MailMessage } from './mail-message.ts';
import { OrderMailJob } from './order-mail-job.ts';

/** A mail to be queued. */
export interface NewMail<Kind extends MailKind = MailKind> {
  readonly kind: Kind;
  readonly message: MailMessage;
  /** Kept for the demo's page in place of being sent. */
  readonly spooled?: boolean;
}

/**
 * Seals a mail under its reader's key and queues its sending, in the caller's transaction, in which the subject is locked.
 * @returns the mail's id, or null if the address has had enough mails of this kind for today; then nothing is queued.
 */
export async function queueMail(
  core: PrivacyCore,
  em: SqlEntityManager,
  subject: ActiveSubject,
  { kind, message, spooled = false }: NewMail<CountedMailKind>,
): Promise<string | null> {
  if (!(await countMail(core, em, { subjectId: subject.id, kind, to: message.to }))) return null;
  const id = addMail(core, em, subject, { kind, message, spooled });
  if (!spooled) await enqueueJob(em, { kind: OrderMailJob.SEND, payload: { mailId: id } });
  return id;
}

/** Seals a mail into the caller's transaction, without the job that sends it; answers its id. */
export function addMail(
  core: PrivacyCore,
  em: SqlEntityManager,
  subject: ActiveSubject,
  { kind, message, spooled = false }: NewMail,
): string {
  // Random: it stands in the Message-ID and need not tell when the order was placed.
  const id = uuidv4();
  const mail = em.create(Mail, {
    id,
    subjectId: subject.id,
    kind,
    state: spooled ? 'SPOOLED' : 'QUEUED',
    queuedAt: core.clock.now(),
    message: core.vault.seal(subject, 'mail.message', id, message),
  });
  em.persist(mail);
  return id;
}
