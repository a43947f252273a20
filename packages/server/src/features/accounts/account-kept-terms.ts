import type { KeptTerms } from '@barrier/schema/privacy/kept-because.ts';
import { dayOf } from '../../platform/clock/clock.ts';
import type { PrivacyRegistry } from '../../privacy/registry/privacy-registry.ts';
import type { Account } from './account.entity.ts';
import { accountKeptUntil } from './account-values.ts';

const DAY_MS = 86_400_000;

/** Until when an account is kept and by what, with everything that is kept for as long as it is. */
export function accountKeptTerms(
  { state, createdAt, lastUsedOn }: Pick<Account, 'state' | 'createdAt' | 'lastUsedOn'>,
  { retentionDays }: PrivacyRegistry,
): KeptTerms {
  const { UNCONFIRMED_ACCOUNT, CREDENTIAL } = retentionDays;
  if (state !== 'UNCONFIRMED')
    return { until: accountKeptUntil({ lastUsedOn }, CREDENTIAL), days: CREDENTIAL, clock: 'ACCOUNT_LAST_USED' };
  const until = dayOf(new Date(createdAt.getTime() + UNCONFIRMED_ACCOUNT * DAY_MS));
  return { until, days: UNCONFIRMED_ACCOUNT, clock: 'ACCOUNT_OPENED' };
}
