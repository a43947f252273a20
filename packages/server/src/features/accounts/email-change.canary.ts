import { newId } from '../../platform/tokens/new-id.ts';
import { CANARY_LIFE_MS } from '../../privacy/canary/tend-canaries.ts';
import type { PrivacyCore } from '../../privacy/core.ts';
import { Account } from './account.entity.ts';
import { EmailChange } from './email-change.entity.ts';

/** A canary is about to have another address, for as long as it lives; no code confirms it (decision 015). Registered after its account. */
export function registerEmailChangeCanary({ canary, clock, registry, vault }: PrivacyCore): void {
  registry.registerCanary({
    name: 'e-mail changes under way',
    plant: async (em, subject) => {
      await em.flush();
      const account = await em.findOneOrFail(Account, { subjectId: subject.id });
      const id = newId();
      const email = `${canary.word('account.newEmail').toLowerCase()}@canary.invalid`;
      em.create(EmailChange, {
        id,
        account,
        subjectId: subject.id,
        newEmail: vault.seal(subject, 'account.newEmail', id, email),
        codeHash: null,
        attempts: 0,
        expiresAt: new Date(clock.now().getTime() + 2 * CANARY_LIFE_MS),
      });
    },
  });
}
