import type { PrivacyRegistry } from '../../privacy/registry/privacy-registry.ts';
import { Mail } from './mail.entity.ts';
import { MailThrottle } from './mail-throttle.entity.ts';

/** Mails go with their reader, and so do the counts by their address (D2); a mail that waits is part of the download. */
export function registerMailErasure(registry: PrivacyRegistry): void {
  registry.registerErasure({
    name: 'mails',
    entity: 'Mail',
    fields: ['mail.message'],
    erase: (em, subjectId) => em.nativeDelete(Mail, { subjectId }),
  });
  registry.registerErasure({
    name: 'counts of mails',
    entity: 'MailThrottle',
    fields: [],
    erase: (em, subjectId) => em.nativeDelete(MailThrottle, { subjectId }),
  });
  registry.registerDownload({
    name: 'mails',
    fields: ['mail.message'],
    collect: async (em, subjectId) => {
      const mails = await em.find(Mail, { subjectId });
      return mails.map(({ message }) => ({ field: 'mail.message', sealed: message }));
    },
  });
}
