import { createHash } from 'node:crypto';
import { ApiError } from '../api-error.ts';
import type { Database } from '../database.ts';

/** A stored answer, or one made just now. */
export type IdempotentAnswer = { body: string; replayed: boolean };

type StoredAnswer = { fingerprint: string; body: string };

const KEPT_MS = 7 * 24 * 3_600_000;

/** Checks the form of an `Idempotency-Key` header. */
export function readIdempotencyKey(value: string | undefined): string | undefined {
  if (value !== undefined && !/^[\x21-\x7e]{1,255}$/.test(value)) {
    throw new ApiError(400, 'invalid_idempotency_key', 'Idempotency-Key is not 1 to 255 visible ASCII characters.');
  }
  return value;
}

/**
 * Runs `work` once per scope and key, in one transaction with the record of its answer; a repetition gets that answer,
 * the same key with another request is refused. Without a key it just runs. Only what succeeded is recorded.
 */
export function answerOnce(
  database: Database,
  request: { scope: string; key: string | undefined; content: unknown; now: number },
  work: () => string,
): IdempotentAnswer {
  const { scope, key, now } = request;
  if (key === undefined) return { body: database.transaction(work), replayed: false };
  const fingerprint = createHash('sha256').update(JSON.stringify(request.content)).digest('hex');
  return database.transaction(() => {
    const sql = 'SELECT fingerprint, body FROM idempotent_answer WHERE scope = ? AND key = ?';
    const stored = database.first<StoredAnswer>(sql, scope, key);
    if (stored && stored.fingerprint !== fingerprint) {
      throw new ApiError(422, 'idempotency_key_reused', 'This Idempotency-Key was used for another request.');
    }
    if (stored) return { body: stored.body, replayed: true };
    const body = work();
    database.run('INSERT INTO idempotent_answer VALUES (?, ?, ?, ?, ?)', scope, key, fingerprint, body, now);
    return { body, replayed: false };
  });
}

/** Drops answers older than a week. */
export function pruneIdempotentAnswers(database: Database, now: number): void {
  database.run('DELETE FROM idempotent_answer WHERE created_at < ?', now - KEPT_MS);
}
