import type { Institution } from '../institution.ts';
import { moveSession } from './move-session.ts';
import type { Session } from './session-store.ts';

/** Ends an open session at the payer's wish; undefined when it is not open any more. */
export function cancelSession(institution: Institution, session: Session): Session | undefined {
  return moveSession(institution, session, 'cancel');
}
