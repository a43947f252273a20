import type { Database } from '../database.ts';

/** Money sent back, or the attempt to. Amount in minor units, time in milliseconds since 1970. */
export type Refund = {
  id: string;
  sessionId: string;
  amount: number;
  state: 'SUCCEEDED' | 'FAILED';
  createdAt: number;
};

/** Stores a refund. */
export function insertRefund(database: Database, refund: Refund): void {
  database.run(
    'INSERT INTO refund (id, session_id, amount, state, created_at) VALUES (?, ?, ?, ?, ?)',
    refund.id,
    refund.sessionId,
    refund.amount,
    refund.state,
    refund.createdAt,
  );
}
