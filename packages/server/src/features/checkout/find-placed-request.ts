import type { RunSql } from '../../platform/orm/raw-sql.ts';
import { momentOf, type StoredMoment } from '../../platform/orm/stored-moment.ts';
import type { RequestFingerprint } from './request-fingerprint.ts';

/** An order that a request has placed, and the token of the link that it was answered. */
export interface PlacedOrder {
  readonly orderId: string;
  readonly trackingToken: string;
}

/** What a request with this fingerprint has placed before: an order, something else by the same key, or nothing. */
export type PlacedBefore = PlacedOrder | 'OTHER_INPUT' | null;

interface PlacedRow {
  input_hash: string;
  order_id: string;
  expires_at: StoredMoment;
}

/** Looks a request up. */
export async function findPlacedRequest(
  run: RunSql,
  request: RequestFingerprint | null,
  now: Date,
): Promise<PlacedBefore> {
  if (!request) return null;
  const sql = 'select input_hash, order_id, expires_at from placed_request where fingerprint = ?';
  const [placed] = await run<PlacedRow>(sql, [request.fingerprint]);
  if (!placed || momentOf(placed.expires_at) <= now) return null;
  if (placed.input_hash !== request.inputHash) return 'OTHER_INPUT';
  return { orderId: placed.order_id, trackingToken: request.linkTokenFor(placed.order_id) };
}
