import { PublicError } from '../../platform/errors.ts';
import type { AccountContext, CurrentSession } from './account-context.ts';

/** How long a proof is fresh: what cannot be undone, or would lock its owner out, asks for one. */
export const FRESH_MINUTES = 10;

/** The session of a customer. @throws {PublicError} UNAUTHENTICATED for visitors. */
export function requireSession({ currentSession }: Pick<AccountContext, 'currentSession'>): CurrentSession {
  const session = currentSession();
  if (!session) throw new PublicError('UNAUTHENTICATED', 'Please sign in first.');
  return session;
}

/** Whether the customer has proven who they are within the last minutes. */
export function isFresh({ core, currentSession }: Pick<AccountContext, 'core' | 'currentSession'>): boolean {
  const session = currentSession();
  return session !== null && core.clock.now().getTime() - session.provedAt.getTime() < FRESH_MINUTES * 60_000;
}
