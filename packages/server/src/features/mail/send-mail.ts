import { MailError } from '../../platform/mail/mail-transport.ts';
import { passEgress } from '../../privacy/egress/pass-egress.ts';
import { PrivacyError } from '../../privacy/privacy-error.ts';
import { Mail } from './mail.entity.ts';
import type { MailDeps } from './mail-deps.ts';
import { MAIL_PURPOSE } from './mail-kind.ts';

/**
 * Sends a mail and forgets it; in the demo it is spooled, still sealed. It may be sent twice if the process dies in
 * between, under the same Message-ID.
 * @throws {MailError} to be tried again, {PrivacyError} NO_AGREEMENT if the relay's agreement is not in force.
 */
export async function sendMail({ core, transport, logger, count }: MailDeps, mailId: string): Promise<void> {
  const em = core.stores.main.em.fork();
  const mail = await em.findOne(Mail, { id: mailId, state: 'QUEUED' });
  if (!mail) return;
  if (!transport) {
    await em.nativeUpdate(Mail, { id: mailId }, { state: 'SPOOLED' });
    count?.('SPOOLED');
    return;
  }
  try {
    await passEgress(
      core,
      {
        recipient: 'PROCESSOR',
        purpose: MAIL_PURPOSE[mail.kind],
        agreementKey: transport.agreementKey,
        task: 'send-mail',
        reason: 'MAIL',
        fields: { message: mail.message },
      },
      ({ message }) => transport.send({ id: mailId, ...message }),
    );
    count?.('SENT');
  } catch (error) {
    // Nobody is left to write to, or the relay knows no such address: it will not be sent tomorrow either.
    const pointless =
      (error instanceof PrivacyError && error.code === 'ERASED') ||
      (error instanceof MailError && error.code === 'MAIL_REFUSED');
    count?.(pointless ? 'DROPPED' : 'FAILED');
    if (!pointless) throw error;
    logger?.warn({ mailId, kind: mail.kind, code: error.code }, 'mail dropped');
  }
  await em.nativeDelete(Mail, { id: mailId });
}
