import { grantAccess } from '../../privacy/access/grant-access.ts';
import { Mail } from './mail.entity.ts';
import type { MailDeps } from './mail-deps.ts';
import type { MailKind } from './mail-kind.ts';
import type { MailMessage } from './mail-message.ts';

/** A mail of the spool, opened. */
export interface SpooledMail extends MailMessage {
  readonly id: string;
  readonly kind: MailKind;
  /** ISO 8601. */
  readonly queuedAt: string;
}

const SHOWN = 50;

/**
 * The newest mails of the demo's spool, opened against entries in the access log.
 * @throws in production, where the spool does not exist (D14).
 */
export async function listSpooledMails({ core, production }: MailDeps): Promise<SpooledMail[]> {
  if (production) throw new Error('There is no mail spool in production.');
  const mails = await core.stores.main.em
    .fork()
    .find(Mail, { state: 'SPOOLED' }, { orderBy: { queuedAt: 'desc' }, limit: SHOWN });
  const category = 'MESSAGE';
  const grants = await grantAccess(core, {
    viewer: { kind: 'system', task: 'demo-mail-page' },
    // It stands for the mailbox of each person: what was mailed to them is theirs, whatever they restrict afterwards.
    purpose: 'DATA_RIGHTS',
    reason: 'MAIL',
    items: [...new Set(mails.map(({ subjectId }) => subjectId))].map((subjectId) => ({
      subjectId,
      category,
      coordinate: 'Mail.message',
    })),
  });
  return mails
    .filter(({ subjectId }) => !grants.erased.has(subjectId))
    .map(({ id, kind, queuedAt, subjectId, message }) => ({
      id,
      kind,
      queuedAt: queuedAt.toISOString(),
      ...core.vault.open(message, grants.for(subjectId, category)),
    }));
}
