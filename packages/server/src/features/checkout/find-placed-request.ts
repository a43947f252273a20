import type { SqlEntityManager } from '@mikro-orm/sql';
import { PlacedRequest } from './placed-request.entity.ts';
import type { RequestFingerprint } from './request-fingerprint.ts';

/** What a request with this fingerprint has placed before: an order, something else by the same key, or nothing. */
export type PlacedBefore = { readonly orderId: string } | 'OTHER_INPUT' | null;

/** Looks a request up. */
export async function findPlacedRequest(
  em: SqlEntityManager,
  request: RequestFingerprint | null,
  now: Date,
): Promise<PlacedBefore> {
  if (!request) return null;
  const { fingerprint, inputHash } = request;
  const placed = await em.findOne(PlacedRequest, { fingerprint, expiresAt: { $gt: now } });
  if (!placed) return null;
  return placed.inputHash === inputHash ? { orderId: placed.orderId } : 'OTHER_INPUT';
}
