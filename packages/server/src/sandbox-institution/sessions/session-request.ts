import { ApiError } from '../api-error.ts';
import { takesCurrency } from './currencies.ts';
import { readReturnAddress } from './return-address.ts';

/** What a merchant tells about a payment, checked. */
export type SessionRequest = {
  amount: number;
  currency: string;
  reference: string;
  returnUrl: string;
  cancelUrl: string;
  expiresAt: number;
};

const fields = ['amount', 'currency', 'reference', 'returnUrl', 'cancelUrl', 'expiresAt'];
const LARGEST_AMOUNT = 99_999_999;
const LONGEST_LIFE_MS = 24 * 3_600_000;
const ISO_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/;

/** Checks the body of `POST /v1/sessions`; any field beyond the six is refused, so that no personal value can come along (P5.2). */
export function readSessionRequest(body: unknown, origins: readonly string[], now: number): SessionRequest {
  const given = readObject(body, fields);
  const reference = readReference(given.reference);
  return {
    amount: readAmount(given.amount),
    currency: readCurrency(given.currency),
    reference,
    returnUrl: readReturnAddress(given.returnUrl, 'returnUrl', { origins, reference }),
    cancelUrl: readReturnAddress(given.cancelUrl, 'cancelUrl', { origins, reference }),
    expiresAt: readExpiry(given.expiresAt, now),
  };
}

/** Checks the body of a refund and returns its amount in minor units. */
export function readRefundAmount(body: unknown): number {
  return readAmount(readObject(body, ['amount']).amount);
}

function readObject(body: unknown, known: string[]): Record<string, unknown> {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new ApiError(400, 'invalid_body', 'The body is not a JSON object.');
  }
  if (Object.keys(body).some((field) => !known.includes(field))) {
    throw new ApiError(400, 'unknown_field', `The body has a field other than ${known.join(', ')}.`);
  }
  return body as Record<string, unknown>;
}

function readAmount(value: unknown): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 1 || value > LARGEST_AMOUNT) {
    throw new ApiError(400, 'invalid_amount', `amount is not a whole number from 1 to ${LARGEST_AMOUNT}.`, 'amount');
  }
  return value;
}

function readCurrency(value: unknown): string {
  if (typeof value !== 'string' || !takesCurrency(value)) {
    throw new ApiError(400, 'invalid_currency', 'currency is not an ISO 4217 code this institution takes.', 'currency');
  }
  return value;
}

function readReference(value: unknown): string {
  if (typeof value !== 'string' || !/^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/.test(value)) {
    throw new ApiError(400, 'invalid_reference', 'reference is not 1 to 64 letters, digits, - or _.', 'reference');
  }
  return value;
}

function readExpiry(value: unknown, now: number): number {
  const time = typeof value === 'string' && ISO_TIME.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(time)) {
    throw new ApiError(400, 'invalid_expiry', 'expiresAt is not an ISO 8601 time in UTC.', 'expiresAt');
  }
  if (time <= now || time > now + LONGEST_LIFE_MS) {
    throw new ApiError(400, 'invalid_expiry', 'expiresAt is not within the next 24 hours.', 'expiresAt');
  }
  return time;
}
