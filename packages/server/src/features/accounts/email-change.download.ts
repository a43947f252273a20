import { dayOf } from '../../platform/clock/clock.ts';
import { heldValue } from '../../privacy/registry/download-registration.ts';
import type { PrivacyRegistry } from '../../privacy/registry/privacy-registry.ts';
import { EmailChange } from './email-change.entity.ts';

/** An address whose code nobody has entered yet, for whoever wants their mail there. */
export function registerEmailChangeDownload(registry: PrivacyRegistry): void {
  registry.registerDownload({
    name: 'email-changes',
    title: { EN: 'Change of e-mail address', DE: 'Änderung der E-Mail-Adresse', ZH: '更换邮箱' },
    fields: { 'account.newEmail': { label: { EN: 'New address', DE: 'Neue Adresse', ZH: '新邮箱' } } },
    facts: { expiresAt: { label: { EN: 'Ends', DE: 'Endet', ZH: '失效时间' } } },
    collect: async (em, subjectId) => {
      const changes = await em.find(EmailChange, { subjectId });
      return changes.map(({ id, newEmail, expiresAt }) => ({
        id,
        name: null,
        facts: { expiresAt },
        values: heldValue('account.newEmail', newEmail, { until: dayOf(expiresAt), days: 1, clock: 'CODE_MAILED' }),
      }));
    },
  });
}
