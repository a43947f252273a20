import type { SessionsPayload } from '@barrier/schema/accounts/sign-in.result.ts';
import type { AccountContext } from './account-context.ts';
import { AccountSession } from './account-session.entity.ts';

/** Ends the session that asks; nothing is wrong with signing out twice. */
export async function signOut(context: AccountContext): Promise<SessionsPayload> {
  const { core } = context;
  const session = context.currentSession();
  if (session) await core.stores.main.em.fork().nativeDelete(AccountSession, { id: session.id });
  context.setSession(null, null);
  return { customer: null, userErrors: [] };
}
