import { dayOf } from '../../platform/clock/clock.ts';
import { newId } from '../../platform/tokens/new-id.ts';
import { newToken } from '../../platform/tokens/token.ts';
import type { PrivacyCore } from '../../privacy/core.ts';
import { Account } from './account.entity.ts';
import { AccountSession } from './account-session.entity.ts';
import { hashPassword } from './password-hash.ts';

/**
 * A canary has an account as anybody (decision 015), which is also the decoy: its password, which nobody knows, is tried where an
 * address is unknown (D20). Nobody signs in to it, no code is mailed to it, and its session has ended.
 */
export function registerAccountCanary(core: PrivacyCore): void {
  const { canary, clock, registry, vault, blindIndex } = core;
  registry.registerCanary({
    name: 'accounts',
    plant: async (em, subject) => {
      const id = newId();
      const now = clock.now();
      const word = canary.word('account.email').toLowerCase();
      const email = `${word}@canary.invalid`;
      // The word stands beside what is compared, so that it is verified as any other.
      const passwordHash = { ...(await hashPassword(newToken())), hint: canary.word('account.passwordHash') };
      em.create(Account, {
        id,
        subjectId: subject.id,
        state: 'DECOY',
        language: 'DE',
        createdAt: now,
        confirmedAt: null,
        lastUsedOn: dayOf(now),
        noticesSent: 0,
        emailIndex: blindIndex.ofEmail('person.email', email),
        confirmedIndex: null,
        email: vault.seal(subject, 'account.email', id, email),
        name: vault.seal(subject, 'account.name', id, `Kanaria ${canary.word('account.name')}`),
        passwordHash: vault.seal(subject, 'account.passwordHash', id, passwordHash),
      });
      const sessionId = newId();
      em.create(AccountSession, {
        id: sessionId,
        account: em.getReference(Account, id),
        subjectId: subject.id,
        tokenHash: newToken(),
        device: vault.seal(subject, 'session.device', sessionId, `${canary.word('session.device')} on Linux`),
        createdAt: now,
        provedAt: now,
        lastUsedAt: now,
        expiresAt: now,
      });
    },
  });
}
