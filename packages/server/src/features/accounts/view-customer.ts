import type { Customer } from '@barrier/schema/accounts/customer.type.ts';
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
  return {
    id: account.id,
    email: new AccountText(account, account.email),
    name: new AccountText(account, account.name),
    language: account.language,
    hasPassword: account.passwordHash !== null,
    sessions: [...current, ...others].map(({ id, device, createdAt, lastUsedAt }) => ({
      id,
      isCurrent: id === session.id,
      device: new AccountText(account, device),
      createdAt: createdAt.toISOString(),
      lastUsedAt: lastUsedAt.toISOString(),
    })),
  };
}
