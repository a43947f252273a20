import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto';

/** How far, in ms, a webhook's time may lie from ours. */
export const WEBHOOK_TOLERANCE_MS = 5 * 60_000;

/** A signature as it stands in the header `t=<unix seconds>,v1=<hex>[,v1=<hex>]`; two while the secret is being changed. */
const HEADER = /^t=(\d{1,12})((?:,v1=[0-9a-f]{64}){1,4})$/;

/**
 * Checks the signature of a webhook: HMAC-SHA-256 over `<t>.<raw body>`, compared in constant time, and only then its age.
 * @param header value of the signature header.
 */
export function verifyWebhookSignature(
  secret: KeyObject,
  rawBody: Buffer,
  header: string | undefined,
  now: Date,
): 'VALID' | 'FORGED' | 'STALE' {
  const [, time = '', signatures = ''] = HEADER.exec(header ?? '') ?? [];
  if (!time) return 'FORGED';
  const expected = createHmac('sha256', secret).update(`${time}.`).update(rawBody).digest();
  const given = signatures
    .slice(1)
    .split(',')
    .map((part) => Buffer.from(part.slice('v1='.length), 'hex'));
  if (!given.some((signature) => timingSafeEqual(signature, expected))) return 'FORGED';
  return Math.abs(now.getTime() - Number(time) * 1000) > WEBHOOK_TOLERANCE_MS ? 'STALE' : 'VALID';
}
