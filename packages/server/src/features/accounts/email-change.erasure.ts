import type { PrivacyRegistry } from '../../privacy/registry/privacy-registry.ts';
import { EmailChange } from './email-change.entity.ts';

/** An address that is not confirmed yet goes with the account. Registered before the accounts. */
export function registerEmailChangeErasure(registry: PrivacyRegistry): void {
  registry.registerErasure({
    name: 'e-mail changes under way',
    title: {
      EN: 'Changes of the e-mail address under way',
      DE: 'Begonnene Änderungen der E-Mail-Adresse',
      ZH: '进行中的邮箱更改',
    },
    entity: 'EmailChange',
    fields: ['account.newEmail'],
    erase: (em, subjectId) => em.nativeDelete(EmailChange, { subjectId }),
  });
}
