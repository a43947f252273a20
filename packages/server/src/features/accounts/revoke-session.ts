import type { SessionsPayload } from '@barrier/schema/accounts/sign-in.result.ts';
import { validate } from 'uuid';
import type { AccountContext } from './account-context.ts';
import { AccountSession } from './account-session.entity.ts';
import { requireSession } from './require-session.ts';
import { signOut } from './sign-out.ts';
import { viewCustomer } from './view-customer.ts';

/** Ends one of the customer's sessions; an id that is none of them changes nothing and is answered alike. */
export async function revokeSession(context: AccountContext, id: string): Promise<SessionsPayload> {
  const { accountId, id: current } = requireSession(context);
  if (id === current) return signOut(context);
  // PostgreSQL takes nothing else for the id of a row.
  if (validate(id)) await context.core.stores.main.em.fork().nativeDelete(AccountSession, { id, account: accountId });
  return { customer: await viewCustomer(context), userErrors: [] };
}

/** Ends all of the customer's sessions but the one that asks. */
export async function revokeOtherSessions(context: AccountContext): Promise<SessionsPayload> {
  const { accountId, id } = requireSession(context);
  await context.core.stores.main.em.fork().nativeDelete(AccountSession, { account: accountId, id: { $ne: id } });
  return { customer: await viewCustomer(context), userErrors: [] };
}
