import type { Institution } from '../institution.ts';
import { moveSession } from './move-session.ts';
import { findOverdueSessions, findSession, type Session } from './session-store.ts';

/**
 * Ends a session that was not paid and returns how it really stands: after this call it is paid or can never be. This
 * is what a merchant builds its lapse on (D15). Undefined when there is no such session.
 */
export function expireSession(institution: Institution, id: string): Session | undefined {
  return institution.database.transaction(() => {
    const session = findSession(institution.database, id);
    return session && (moveSession(institution, session, 'expire') ?? session);
  });
}

/** Ends the open sessions whose time is over. */
export function expireOverdueSessions(institution: Institution): void {
  for (const session of findOverdueSessions(institution.database, institution.now())) {
    moveSession(institution, session, 'expire');
  }
}
