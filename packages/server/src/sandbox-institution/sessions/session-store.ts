import type { Database } from '../database.ts';
import type { SessionState } from './session-lifecycle.ts';

/** Why a bank said no. */
export type DeclineCode = 'card_declined' | 'insufficient_funds';

/** A payment to be made once: what the merchant asked for and where it stands. Times in milliseconds since 1970. */
export type Session = {
  id: string;
  state: SessionState;
  /** Minor units. */
  amount: number;
  refundedAmount: number;
  currency: string;
  reference: string;
  returnUrl: string;
  cancelUrl: string;
  /** Proof that a form was rendered by this institution for this session. */
  formToken: string;
  /** Cards put before the bank so far. */
  attempts: number;
  lastDecline: DeclineCode | null;
  /** Set by the test card whose refunds fail. */
  refundsFail: boolean;
  createdAt: number;
  expiresAt: number;
};

type SessionRow = Omit<Session, 'refundsFail'> & { refundsFail: number };

const columns = `id, state, amount, refunded_amount AS refundedAmount, currency, reference, return_url AS returnUrl,
  cancel_url AS cancelUrl, form_token AS formToken, attempts, last_decline AS lastDecline, refunds_fail AS refundsFail,
  created_at AS createdAt, expires_at AS expiresAt`;

/** Stores a new session. */
export function insertSession(database: Database, session: Session): void {
  database.run(
    `INSERT INTO session (id, state, amount, currency, reference, return_url, cancel_url, form_token, created_at, expires_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    session.id,
    session.state,
    session.amount,
    session.currency,
    session.reference,
    session.returnUrl,
    session.cancelUrl,
    session.formToken,
    session.createdAt,
    session.expiresAt,
  );
}

/** The session with this id, or undefined. */
export function findSession(database: Database, id: string): Session | undefined {
  const row = database.first<SessionRow>(`SELECT ${columns} FROM session WHERE id = ?`, id);
  return row && toSession(row);
}

/** Open sessions whose time is over. */
export function findOverdueSessions(database: Database, now: number): Session[] {
  const sql = `SELECT ${columns} FROM session WHERE state = 'OPEN' AND expires_at <= ? ORDER BY expires_at LIMIT 500`;
  return database.all<SessionRow>(sql, now).map(toSession);
}

/** Sessions the process left with the bank when it died. */
export function findInterruptedSessions(database: Database): Session[] {
  return database.all<SessionRow>(`SELECT ${columns} FROM session WHERE state = 'PROCESSING'`).map(toSession);
}

/** Writes a session's new state if it still stands where the caller saw it; tells whether it did. */
export function replaceSession(database: Database, seen: Session, next: Session): boolean {
  const changed = database.run(
    `UPDATE session SET state = ?, refunded_amount = ?, attempts = ?, last_decline = ?, refunds_fail = ?
     WHERE id = ? AND state = ? AND refunded_amount = ?`,
    next.state,
    next.refundedAmount,
    next.attempts,
    next.lastDecline,
    Number(next.refundsFail),
    seen.id,
    seen.state,
    seen.refundedAmount,
  );
  return changed === 1;
}

function toSession(row: SessionRow): Session {
  return { ...row, refundsFail: row.refundsFail === 1 };
}
