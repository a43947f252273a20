import type { PrivacyRegistry } from '../../privacy/registry/privacy-registry.ts';
import { EmailChange } from './email-change.entity.ts';

/** An address whose code nobody entered in time is of no use to anybody. */
export function registerEmailChangeRetention(registry: PrivacyRegistry): void {
  const over = (now: Date) => ({ expiresAt: { $lt: now } });
  registry.registerRetention({
    name: 'e-mail changes under way',
    category: 'EMAIL',
    fields: ['account.newEmail'],
    whateverIsUnderWay: true,
    due: async (em, now, limit) => {
      const changes = await em.find(EmailChange, over(now), { fields: ['subjectId'], limit });
      return changes.map(({ subjectId }) => subjectId);
    },
    apply: (em, subjectId, now) => em.nativeDelete(EmailChange, { subjectId, ...over(now) }),
  });
}
