import type { PrivacyRegistry } from '../../privacy/registry/privacy-registry.ts';
import { Mail } from './mail.entity.ts';
import { MAIL_KEPT_MS } from './sweep-mail.ts';

/** A mail is gone once it is sent; one that is not goes after a week. The hourly sweep does the same. */
export function registerMailRetention(registry: PrivacyRegistry): void {
  const over = (now: Date) => ({ queuedAt: { $lt: new Date(now.getTime() - MAIL_KEPT_MS) } });
  registry.registerRetention({
    name: 'mails',
    category: 'MESSAGE',
    fields: ['mail.message'],
    due: async (em, now, limit) => {
      const mails = await em.find(Mail, over(now), { fields: ['subjectId'], limit });
      return [...new Set(mails.map(({ subjectId }) => subjectId))];
    },
    apply: (em, subjectId, now) => em.nativeDelete(Mail, { subjectId, ...over(now) }),
  });
}
