import type { SqlEntityManager } from '@mikro-orm/sql';
import { enqueueJob } from '../../platform/jobs/enqueue-job.ts';
import { newId } from '../../platform/tokens/new-id.ts';
import { hashOfToken, newToken } from '../../platform/tokens/token.ts';
import { AccountJob } from './account-job.ts';
import { SignInChallenge } from './sign-in-challenge.entity.ts';

/** How long a mailed code can be entered. */
export const CHALLENGE_MINUTES = 15;

/** Who is to get the code, if anybody. */
export interface ChallengedAccount {
  readonly accountId: string | null;
  readonly subjectId: string | null;
}

/**
 * Begins a sign-in by mailed code, in the caller's transaction, and answers the token to enter the code with. The code is made and
 * mailed by a job, where nobody can measure whether there is anybody to mail it to (D20).
 */
export async function startChallenge(em: SqlEntityManager, whom: ChallengedAccount, now: Date): Promise<string> {
  const id = newId();
  const token = newToken();
  em.create(SignInChallenge, {
    id,
    tokenHash: hashOfToken(token),
    ...whom,
    codeHash: null,
    attempts: 0,
    expiresAt: new Date(now.getTime() + CHALLENGE_MINUTES * 60_000),
  });
  await em.flush();
  await enqueueJob(em, { kind: AccountJob.MAIL_CODE, payload: { challengeId: id } });
  return token;
}
