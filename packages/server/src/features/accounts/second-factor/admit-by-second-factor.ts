import type { SignInPayload } from '@barrier/schema/accounts/sign-in.result.ts';
import type { Account } from '../account.entity.ts';
import type { AccountContext } from '../account-context.ts';
import { AccountSession } from '../account-session.entity.ts';
import { startSession } from '../start-session.ts';
import { viewCustomer } from '../view-customer.ts';

/**
 * What follows from the second factor: a session, or that the one there is has a fresh proof.
 * @param sessionId the session that asked for the proof; null if somebody signs in.
 */
export async function admitBySecondFactor(
  context: AccountContext,
  account: Account,
  sessionId: string | null,
  device: string | null,
): Promise<SignInPayload> {
  const { core } = context;
  if (sessionId === null) await startSession(context, account, device);
  else {
    const em = core.stores.main.em.fork();
    await em.nativeUpdate(AccountSession, { id: sessionId, account: account.id }, { provedAt: core.clock.now() });
  }
  return { customer: await viewCustomer(context), secondFactor: null, userErrors: [] };
}
