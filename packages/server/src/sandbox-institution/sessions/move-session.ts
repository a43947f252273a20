import type { Institution } from '../institution.ts';
import { enqueueEvent } from '../webhooks/webhook-outbox.ts';
import type { Refund } from './refund-store.ts';
import { type SessionAct, transitionFor } from './session-lifecycle.ts';
import { replaceSession, type Session } from './session-store.ts';

/** What may change together with the state. */
export type SessionChanges = Partial<Pick<Session, 'attempts' | 'lastDecline' | 'refundedAmount' | 'refundsFail'>>;

/**
 * The one way a session changes its state: by a transition of the table, in one transaction with the webhook that
 * announces it. Returns the session as it then stands, or undefined when the table or a faster rival forbids the act.
 */
export function moveSession(
  institution: Institution,
  session: Session,
  act: SessionAct,
  changes: SessionChanges = {},
  announcement: { refund?: Refund; delayMs?: number } = {},
): Session | undefined {
  const transition = transitionFor(session.state, act);
  if (transition === undefined) return undefined;
  const { database, now } = institution;
  return database.transaction(() => {
    const next: Session = { ...session, ...changes, state: transition.to };
    if (!replaceSession(database, session, next)) return undefined;
    if (transition.announces) {
      const time = now();
      enqueueEvent(database, {
        type: transition.announces,
        session: next,
        refund: announcement.refund,
        now: time,
        notBefore: time + (announcement.delayMs ?? 0),
      });
      institution.webhookWritten();
    }
    return next;
  });
}
