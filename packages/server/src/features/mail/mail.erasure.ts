import type { PrivacyRegistry } from '../../privacy/registry/privacy-registry.ts';
import { Mail } from './mail.entity.ts';
import { MailThrottle } from './mail-throttle.entity.ts';

/** Mails go with their reader, and so do the counts by their address (D2). */
export function registerMailErasure(registry: PrivacyRegistry): void {
  registry.registerErasure({
    name: 'mails',
    title: { EN: 'Mails on their way', DE: 'Mails, die unterwegs sind', ZH: '发送中的邮件' },
    entity: 'Mail',
    fields: ['mail.message'],
    erase: (em, subjectId) => em.nativeDelete(Mail, { subjectId }),
  });
  registry.registerErasure({
    name: 'counts of mails',
    title: { EN: 'Counts of mails', DE: 'Zählungen von Mails', ZH: '邮件计数' },
    entity: 'MailThrottle',
    fields: [],
    erase: (em, subjectId) => em.nativeDelete(MailThrottle, { subjectId }),
  });
}
