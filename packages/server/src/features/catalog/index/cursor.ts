import { PublicError } from '../../../platform/errors.ts';
import type { SortKey } from './product-order.ts';

/** The place of a product in a list: what it was sorted by, and its id. It stays good while other products come and go. */
export interface Cursor {
  readonly key: SortKey;
  readonly id: string;
}

/** The orders of lists, by the letter that their cursors begin with. */
export const ORDERS = { CATALOGUE: 'c', MATCH: 'm', NEWEST: 'n', PRICE_ASC: 'p', PRICE_DESC: 'q', TITLE: 't' } as const;
export type OrderName = (typeof ORDERS)[keyof typeof ORDERS];

/** Longest cursor that is looked at: a title of 255 characters and an id. */
const LONGEST = 2048;

/** A cursor as clients see it: opaque, and good for the order it came from only. */
export function encodeCursor(order: OrderName, { key, id }: Cursor): string {
  return Buffer.from(JSON.stringify([order, key, id])).toString('base64url');
}

/**
 * The place that a client's cursor stands for.
 * @throws {PublicError} BAD_USER_INPUT if it is no cursor, or one of another order.
 */
export function decodeCursor(order: OrderName, cursor: string): Cursor {
  const parts = cursor.length <= LONGEST && /^[\w-]+$/.test(cursor) ? partsOf(cursor) : null;
  const [from, key, id] = Array.isArray(parts) ? (parts as unknown[]) : [];
  const goodKey = from === ORDERS.TITLE ? typeof key === 'string' : typeof key === 'number';
  if (typeof from !== 'string' || typeof id !== 'string' || !goodKey)
    throw new PublicError('BAD_USER_INPUT', 'after: this is no cursor of a product list.');
  if (from !== order) throw new PublicError('BAD_USER_INPUT', 'after: this cursor belongs to a list in another order.');
  return { key: key as SortKey, id };
}

function partsOf(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return null;
  }
}
