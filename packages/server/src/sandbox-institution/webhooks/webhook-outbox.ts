import type { Database } from '../database.ts';
import { newIdentifier } from '../identifiers.ts';
import type { Refund } from '../sessions/refund-store.ts';
import type { EventType } from '../sessions/session-lifecycle.ts';
import type { Session } from '../sessions/session-store.ts';

/** A webhook on its way: the body is fixed when it is written, so that every delivery carries the same bytes and the same id. */
export type OutboxEvent = {
  seq: number;
  id: string;
  sessionId: string;
  body: string;
  createdAt: number;
  nextAttemptAt: number;
  failures: number;
};

/** How many webhooks wait, arrived, and were given up. */
export type OutboxCounts = { pending: number; delivered: number; abandoned: number };

const DELIVERED_KEPT_MS = 30 * 24 * 3_600_000;

/** Writes a webhook in the caller's transaction, so that a state and its announcement are stored together or not at all. */
export function enqueueEvent(
  database: Database,
  event: { type: EventType; session: Session; refund?: Refund | undefined; now: number; notBefore: number },
): void {
  const id = newIdentifier('evt');
  const { session, refund } = event;
  const { id: sessionId, reference, amount, currency, state } = session;
  const body = JSON.stringify({
    id,
    type: event.type,
    createdAt: new Date(event.now).toISOString(),
    data: {
      sessionId,
      reference,
      amount,
      currency,
      state,
      ...(refund && { refund: { id: refund.id, amount: refund.amount, state: refund.state } }),
    },
  });
  database.run(
    'INSERT INTO webhook_event (id, session_id, body, created_at, not_before, next_attempt_at) VALUES (?, ?, ?, ?, ?, ?)',
    id,
    sessionId,
    body,
    event.now,
    event.notBefore,
    event.notBefore,
  );
}

/** The oldest waiting webhook of each session, soonest first: a session's later ones stay behind it, which keeps their order. */
export function findHeadsOfQueue(database: Database, limit: number): OutboxEvent[] {
  // SQLite takes the other columns from the row that holds the minimum.
  return database.all<OutboxEvent>(
    `SELECT MIN(seq) AS seq, id, session_id AS sessionId, body, created_at AS createdAt,
            next_attempt_at AS nextAttemptAt, failures
     FROM webhook_event WHERE state = 'PENDING' GROUP BY session_id ORDER BY nextAttemptAt, seq LIMIT ?`,
    limit,
  );
}

/** Records that the merchant took the webhook. */
export function markDelivered(database: Database, event: OutboxEvent): void {
  database.run(`UPDATE webhook_event SET state = 'DELIVERED' WHERE seq = ?`, event.seq);
}

/** Records a failed delivery and when to try again. */
export function postpone(database: Database, event: OutboxEvent, nextAttemptAt: number): void {
  database.run(
    'UPDATE webhook_event SET failures = failures + 1, next_attempt_at = ? WHERE seq = ?',
    nextAttemptAt,
    event.seq,
  );
}

/** Records that the time for repetitions is over. */
export function abandon(database: Database, event: OutboxEvent): void {
  database.run(`UPDATE webhook_event SET state = 'ABANDONED' WHERE seq = ?`, event.seq);
}

/** Makes all that waits due at once, as after a start: the merchant has most likely just started too. */
export function resumeOutbox(database: Database): void {
  database.run(`UPDATE webhook_event SET next_attempt_at = not_before, failures = 0 WHERE state = 'PENDING'`);
}

/** Drops webhooks that arrived long ago. */
export function pruneOutbox(database: Database, now: number): void {
  database.run(`DELETE FROM webhook_event WHERE state = 'DELIVERED' AND created_at < ?`, now - DELIVERED_KEPT_MS);
}

/** Counts the outbox by state. */
export function countOutbox(database: Database): OutboxCounts {
  const rows = database.all<{ state: string; count: number }>(
    'SELECT state, COUNT(*) AS count FROM webhook_event GROUP BY state',
  );
  const count = (state: string): number => rows.find((row) => row.state === state)?.count ?? 0;
  return { pending: count('PENDING'), delivered: count('DELIVERED'), abandoned: count('ABANDONED') };
}
