import { newIdentifier } from '../identifiers.ts';
import type { Institution } from '../institution.ts';
import type { SessionRequest } from './session-request.ts';
import { insertSession, type Session } from './session-store.ts';

/** Opens a payment session. */
export function createSession(institution: Institution, request: SessionRequest): Session {
  const session: Session = {
    ...request,
    id: newIdentifier('ses'),
    state: 'OPEN',
    refundedAmount: 0,
    formToken: newIdentifier('tok'),
    attempts: 0,
    lastDecline: null,
    refundsFail: false,
    createdAt: institution.now(),
  };
  insertSession(institution.database, session);
  return session;
}
