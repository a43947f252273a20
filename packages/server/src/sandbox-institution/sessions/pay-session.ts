import { setTimeout as wait } from 'node:timers/promises';
import type { Institution } from '../institution.ts';
import { moveSession } from './move-session.ts';
import { type DeclineCode, findInterruptedSessions, findSession, type Session } from './session-store.ts';
import type { TestCard } from './test-cards.ts';

/** How many cards may be put before the bank in one session: enough for a payer, too few to try stolen numbers. */
export const MOST_ATTEMPTS = 10;

/** How an attempt to pay ended. */
export type PaymentOutcome =
  | { result: 'PAID'; session: Session }
  | { result: 'DECLINED'; reason: DeclineCode; session: Session }
  | { result: 'TOO_MANY_ATTEMPTS'; session: Session }
  /** The session is not open: paid already, being paid, expired or cancelled. */
  | { result: 'NOT_OPEN'; session: Session };

/**
 * Puts a card before the simulated bank. The session is PROCESSING while the bank decides, so that one session can
 * never be paid twice; what the bank says counts only if the session still waits for it.
 */
export async function paySession(institution: Institution, id: string, card: TestCard): Promise<PaymentOutcome> {
  const begun = beginAuthorisation(institution, id);
  if (begun.result !== 'BEGUN') return begun;
  await wait(institution.authorisationMs, undefined, { signal: institution.closing }).catch(() => {});
  return concludeAuthorisation(institution, begun.session, card);
}

/** Reopens the sessions that were with the bank when the process died; nothing had been captured. */
export function reopenInterruptedSessions(institution: Institution): void {
  for (const session of findInterruptedSessions(institution.database)) moveSession(institution, session, 'interrupt');
}

function beginAuthorisation(
  institution: Institution,
  id: string,
): PaymentOutcome | { result: 'BEGUN'; session: Session } {
  return institution.database.transaction(() => {
    const session = current(institution, id);
    if (session.state !== 'OPEN') return { result: 'NOT_OPEN', session };
    if (session.expiresAt <= institution.now()) {
      return { result: 'NOT_OPEN', session: moveSession(institution, session, 'expire') ?? session };
    }
    if (session.attempts >= MOST_ATTEMPTS) return { result: 'TOO_MANY_ATTEMPTS', session };
    const processing = moveSession(institution, session, 'authorise', { attempts: session.attempts + 1 });
    return processing ? { result: 'BEGUN', session: processing } : { result: 'NOT_OPEN', session };
  });
}

function concludeAuthorisation(institution: Institution, processing: Session, card: TestCard): PaymentOutcome {
  const session = card.declines
    ? moveSession(institution, processing, 'decline', { lastDecline: card.declines })
    : moveSession(
        institution,
        processing,
        'approve',
        { lastDecline: null, refundsFail: card.refundsFail === true },
        { delayMs: card.lateWebhook ? institution.lateWebhookMs : 0 },
      );
  if (session === undefined) return { result: 'NOT_OPEN', session: current(institution, processing.id) };
  return card.declines ? { result: 'DECLINED', reason: card.declines, session } : { result: 'PAID', session };
}

function current(institution: Institution, id: string): Session {
  const session = findSession(institution.database, id);
  if (session === undefined) throw new Error('A session disappeared while it was being paid');
  return session;
}
