import type { PrivacyRegistry } from '../../privacy/registry/privacy-registry.ts';
import { Mail } from './mail.entity.ts';

const DAY_MS = 86_400_000;

/** A mail is gone once it is sent; one that is spooled, or that no relay takes, after a week (P4.5), whatever becomes of the order. */
export function registerMailRetention(registry: PrivacyRegistry): void {
  const over = (now: Date) => ({
    queuedAt: { $lt: new Date(now.getTime() - registry.retentionDays.MAIL * DAY_MS) },
  });
  registry.registerRetention({
    name: 'mails',
    category: 'MESSAGE',
    fields: ['mail.message'],
    whateverIsUnderWay: true,
    due: async (em, now, limit) => {
      const mails = await em.find(Mail, over(now), { fields: ['subjectId'], limit });
      return [...new Set(mails.map(({ subjectId }) => subjectId))];
    },
    apply: (em, subjectId, now) => em.nativeDelete(Mail, { subjectId, ...over(now) }),
  });
}
