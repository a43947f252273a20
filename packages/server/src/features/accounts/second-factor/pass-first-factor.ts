import type { SignInPayload } from '@barrier/schema/accounts/sign-in.result.ts';
import type { Account } from '../account.entity.ts';
import type { AccountContext } from '../account-context.ts';
import { startSession } from '../start-session.ts';
import { viewCustomer } from '../view-customer.ts';
import { findFactors } from './find-factors.ts';
import { startSecondFactor } from './start-second-factor.ts';

/** What follows from a right password or mailed code: a session, or the question for the second factor, and then no session yet. */
export async function passFirstFactor(
  context: AccountContext,
  account: Account,
  device: string | null,
): Promise<SignInPayload> {
  const { core } = context;
  const factors = await findFactors(core.stores.main.em.fork(), account);
  if (factors.asked) {
    const secondFactor = await startSecondFactor(core, account, factors, null);
    return { customer: null, secondFactor, userErrors: [] };
  }
  await startSession(context, account, device);
  return { customer: await viewCustomer(context), secondFactor: null, userErrors: [] };
}
