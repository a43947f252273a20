import type { Customer } from '@barrier/schema/accounts/customer.type.ts';
import type { Sealed } from '../../privacy/vault/sealed.ts';
import { Account } from './account.entity.ts';
import type { AccountContext } from './account-context.ts';
import { AccountSession } from './account-session.entity.ts';
import { AccountText } from './account-values.ts';

/** Who is signed in, as the graph answers it; null for visitors. */
export async function viewCustomer({ core, currentSession }: AccountContext): Promise<Customer | null> {
  const session = currentSession();
  if (!session) return null;
  const em = core.stores.main.em.fork();
  const account = await em.findOne(Account, { id: session.accountId, state: 'ACTIVE' });
  if (!account) return null;
  const sessions = await em.find(
    AccountSession,
    { account: account.id, expiresAt: { $gt: core.clock.now() } },
    { orderBy: { lastUsedAt: 'desc', id: 'desc' } },
  );
  const current = sessions.filter(({ id }) => id === session.id);
  const others = sessions.filter(({ id }) => id !== session.id);
  const days = core.registry.retentionDays.CREDENTIAL;
  const text = (sealed: Sealed<string> | null | undefined) => new AccountText(account, sealed, days);
  return {
    id: account.id,
    email: text(account.email),
    name: text(account.name),
    language: account.language,
    hasPassword: account.passwordHash !== null,
    sessions: [...current, ...others].map(({ id, device, createdAt, lastUsedAt }) => ({
      id,
      isCurrent: id === session.id,
      device: text(device),
      createdAt: createdAt.toISOString(),
      lastUsedAt: lastUsedAt.toISOString(),
    })),
  };
}
