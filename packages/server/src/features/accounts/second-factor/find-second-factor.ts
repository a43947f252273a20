import { hashOfToken } from '../../../platform/tokens/token.ts';
import type { AccountContext } from '../account-context.ts';
import { SecondFactorChallenge } from './second-factor-challenge.entity.ts';

/**
 * The second factor that is asked for, by its token or its id; null if it is over, or was asked for by another session than the one that
 * answers: a proof is of the browser that gives it.
 */
export async function findSecondFactor(
  { core, currentSession }: Pick<AccountContext, 'core' | 'currentSession'>,
  by: { readonly token: string } | { readonly id: string },
): Promise<SecondFactorChallenge | null> {
  const named = 'token' in by ? { tokenHash: hashOfToken(by.token) } : by;
  const asked = await core.stores.main.em
    .fork()
    .findOne(SecondFactorChallenge, { ...named, expiresAt: { $gt: core.clock.now() } });
  const isHere = !asked?.sessionId || asked.sessionId === currentSession()?.id;
  return isHere ? asked : null;
}
