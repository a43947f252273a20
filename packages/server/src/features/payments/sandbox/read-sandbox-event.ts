import { isKeptText } from '../../../platform/kept-text.ts';
import type { InstitutionEvent, InstitutionEventType } from '../payment-institution.ts';

const TYPES: ReadonlyMap<string, InstitutionEventType> = new Map([
  ['payment.succeeded', 'SUCCEEDED'],
  ['payment.cancelled', 'CANCELLED'],
  ['session.expired', 'EXPIRED'],
  ['refund.succeeded', 'PAID_BACK'],
  ['refund.failed', 'PAY_BACK_FAILED'],
]);

/** Reads a webhook of the sandbox institution, whose signature holds; null if it is none. */
export function readSandboxEvent(rawBody: Buffer): InstitutionEvent | null {
  const event = objectOf(parse(rawBody));
  const data = objectOf(event?.data);
  const { id, type } = event ?? {};
  const { sessionId, reference, amount, currency } = data ?? {};
  if (!isShortText(id) || !isShortText(type) || !isShortText(sessionId) || !isShortText(reference)) return null;
  if (!Number.isSafeInteger(amount) || !isShortText(currency)) return null;
  return { id, type: TYPES.get(type) ?? 'OTHER', sessionId, reference, amount: amount as number, currency };
}

function parse(rawBody: Buffer): unknown {
  try {
    return JSON.parse(rawBody.toString('utf8'));
  } catch {
    return null;
  }
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> | null {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : null;
}

function isShortText(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= 128 && isKeptText(value);
}
