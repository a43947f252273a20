import type { PrivacyCore } from '../../privacy/core.ts';
import { addMail } from './queue-mail.ts';
import { writeMessage } from './write-message.ts';

/** A mail to a canary, written and sealed as any other; it has no job that would send it, and the spool does not show it (decision 015). */
export function registerMailCanary(core: PrivacyCore): void {
  const { canary, registry } = core;
  registry.registerCanary({
    name: 'mails',
    plant: async (em, subject) => {
      const text = canary.word('mail.message');
      const message = writeMessage(canary.email, {
        language: 'de',
        subject: text,
        title: text,
        blocks: [{ kind: 'paragraph', text: `Für ${canary.word('order.recipientName')}: ${text}.` }],
        footer: [text],
      });
      addMail(core, em, subject, { kind: 'PAYMENT_LAPSED', message });
    },
  });
}
