import { createHmac } from 'node:crypto';

/**
 * The value of the `Barrier-Signature` header: `t=<unix seconds>,v1=<hex HMAC-SHA-256 of "t.body">`.
 * The time is inside what is signed, so that a receiver can refuse an old webhook played again.
 */
export function signWebhook(secret: string, timestamp: number, body: string): string {
  const signature = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
  return `t=${timestamp},v1=${signature}`;
}
