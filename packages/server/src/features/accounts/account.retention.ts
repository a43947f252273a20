import { RETENTION } from '@barrier/schema/privacy/retention.ts';
import { dayOf } from '../../platform/clock/clock.ts';
import type { PrivacyRegistry } from '../../privacy/registry/privacy-registry.ts';
import { Account } from './account.entity.ts';
import { ACCOUNT_FIELDS } from './account.erasure.ts';

const DAY_MS = 86_400_000;

/** How long nobody may have confirmed an account. */
export const UNCONFIRMED_DAYS = 7;

/**
 * An account that nobody confirmed goes after a week, one that nobody uses after its time (P4.5), with its sessions by cascade; the
 * subject is left without any row then, and is erased.
 */
export function registerAccountRetention(registry: PrivacyRegistry): void {
  const over = (now: Date) => ({
    $or: [
      { state: 'UNCONFIRMED' as const, createdAt: { $lt: new Date(now.getTime() - UNCONFIRMED_DAYS * DAY_MS) } },
      {
        state: 'ACTIVE' as const,
        lastUsedOn: { $lt: dayOf(new Date(now.getTime() - RETENTION.CREDENTIAL.days * DAY_MS)) },
      },
    ],
  });
  registry.registerRetention({
    name: 'accounts',
    category: 'CREDENTIAL',
    fields: [...(Object.keys(ACCOUNT_FIELDS) as (keyof typeof ACCOUNT_FIELDS)[]), 'session.device'],
    due: async (em, now, limit) => {
      const accounts = await em.find(Account, over(now), { fields: ['subjectId'], limit });
      return accounts.map(({ subjectId }) => subjectId);
    },
    apply: (em, subjectId, now) => em.nativeDelete(Account, { subjectId, ...over(now) }),
  });
}
