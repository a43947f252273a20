import { dayOf } from '../../platform/clock/clock.ts';
import type { PrivacyRegistry } from '../../privacy/registry/privacy-registry.ts';
import { Account } from './account.entity.ts';
import { ACCOUNT_FIELDS } from './account.erasure.ts';
import { PersonSubject } from './person-subject.entity.ts';
import { SECOND_FACTOR_FIELDS } from './second-factor/second-factor.erasure.ts';

const DAY_MS = 86_400_000;

/**
 * An account that nobody confirmed goes after a week, one that nobody uses after its time (P4.5), with sessions, passkeys and second factor by cascade; the
 * subject is left without any row then, and is erased.
 */
export function registerAccountRetention(registry: PrivacyRegistry): void {
  const over = (now: Date) => {
    const { UNCONFIRMED_ACCOUNT, CREDENTIAL } = registry.retentionDays;
    const before = (days: number) => new Date(now.getTime() - days * DAY_MS);
    return {
      $or: [
        { state: 'UNCONFIRMED' as const, createdAt: { $lt: before(UNCONFIRMED_ACCOUNT) } },
        { state: 'ACTIVE' as const, lastUsedOn: { $lt: dayOf(before(CREDENTIAL)) } },
      ],
    };
  };
  registry.registerRetention({
    name: 'accounts',
    category: 'CREDENTIAL',
    fields: [
      ...(Object.keys(ACCOUNT_FIELDS) as (keyof typeof ACCOUNT_FIELDS)[]),
      'session.device',
      ...SECOND_FACTOR_FIELDS,
    ],
    due: async (em, now, limit) => {
      const accounts = await em.find(Account, over(now), { fields: ['subjectId'], limit });
      return accounts.map(({ subjectId }) => subjectId);
    },
    apply: async (em, subjectId, now) => {
      const gone = await em.find(Account, { subjectId, ...over(now) }, { fields: ['id'] });
      // They name the account and not its subject, by whose erasure they would be found no more.
      await em.nativeDelete(PersonSubject, { accountId: { $in: gone.map(({ id }) => id) } });
      return em.nativeDelete(Account, { subjectId, ...over(now) });
    },
  });
}
