import type { ProofPayload } from '@barrier/schema/accounts/account-security.result.ts';
import { Account } from '../account.entity.ts';
import type { AccountContext } from '../account-context.ts';
import { requireSession } from '../require-session.ts';
import { findFactors, meansOf } from './find-factors.ts';
import { startSecondFactor } from './start-second-factor.ts';

/**
 * Asks a customer to prove anew who they are, by a passkey or a code: a thief of the session has neither. Where there is none, signing
 * in once more is the proof.
 */
export async function startProof(context: AccountContext): Promise<ProofPayload> {
  const { core } = context;
  context.throttle();
  const { id: sessionId, accountId } = requireSession(context);
  const em = core.stores.main.em.fork();
  const account = await em.findOneOrFail(Account, { id: accountId });
  const factors = await findFactors(em, account);
  if (meansOf(factors).length === 0) return { secondFactor: null };
  return { secondFactor: await startSecondFactor(core, account, factors, sessionId) };
}
