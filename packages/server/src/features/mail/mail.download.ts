import { dayOf } from '../../platform/clock/clock.ts';
import { heldValue } from '../../privacy/registry/download-registration.ts';
import type { PrivacyRegistry } from '../../privacy/registry/privacy-registry.ts';
import { Mail } from './mail.entity.ts';
import type { MailMessage } from './mail-message.ts';

const DAY_MS = 86_400_000;

/** Mails that wait to be sent, for their reader to see and to download; one that is sent is not held any more. */
export function registerMailDownload(registry: PrivacyRegistry): void {
  registry.registerDownload({
    name: 'mails',
    title: { EN: 'Mail on its way', DE: 'Mail auf dem Weg', ZH: '待发邮件' },
    fields: { 'mail.message': { label: { EN: 'Mail', DE: 'Mail', ZH: '邮件' } } },
    facts: { queuedAt: { label: { EN: 'Written', DE: 'Geschrieben', ZH: '写成时间' } } },
    collect: async (em, subjectId) => {
      const mails = await em.find(Mail, { subjectId }, { orderBy: { queuedAt: 'asc' } });
      const days = registry.retentionDays.MAIL;
      return mails.map(({ id, queuedAt, message }) => ({
        id,
        name: null,
        facts: { queuedAt },
        values: heldValue(
          'mail.message',
          message,
          { until: dayOf(new Date(queuedAt.getTime() + days * DAY_MS)), days, clock: 'MAIL_WRITTEN' },
          mailText,
        ),
      }));
    },
  });
}

const mailText = ({ to, subject, text }: MailMessage) => `${to}\n${subject}\n\n${text}`;
