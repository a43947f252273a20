import { v4 as uuidv4 } from 'uuid';
import { PublicError } from '../../platform/errors.ts';
import type { PrivacyCore } from '../../privacy/core.ts';
import { SignInAttempt } from './sign-in-attempt.entity.ts';

/** Failures that an address may have within the window, by whomever; codes and passkeys work on meanwhile. */
export const MOST_FAILURES = 10;
export const FAILURE_WINDOW_MS = 15 * 60_000;

/**
 * Lets nobody try out the password of an address, known or not.
 * @throws {PublicError} TOO_MANY_REQUESTS
 */
export async function requireFewFailures({ stores, blindIndex, clock }: PrivacyCore, email: string): Promise<void> {
  const since = new Date(clock.now().getTime() - FAILURE_WINDOW_MS);
  const failures = await stores.main.em.fork().count(SignInAttempt, {
    addressIndex: { $in: blindIndex.candidates('person.email', email) },
    attemptedAt: { $gt: since },
  });
  if (failures < MOST_FAILURES) return;
  throw new PublicError(
    'TOO_MANY_REQUESTS',
    'There were many attempts to sign in with this address. Please wait a quarter of an hour, or sign in by a mailed code.',
  );
}

/** Counts a failure. */
export async function countFailure({ stores, blindIndex, clock }: PrivacyCore, email: string): Promise<void> {
  await stores.main.em.fork().insert(SignInAttempt, {
    id: uuidv4(),
    addressIndex: blindIndex.ofEmail('person.email', email),
    attemptedAt: clock.now(),
  });
}
