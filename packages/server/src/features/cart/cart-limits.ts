import type { UserError } from '@barrier/schema/graphql/user-error.type.ts';
import type { Language } from '@barrier/schema/market/market.type.ts';
import type { VariantRecord } from '../catalog/catalogue-records.ts';
import { cartError } from './cart-errors.ts';

/** Most pieces of one article in a cart. */
export const MAX_QUANTITY = 99;

/** Most articles in a cart. */
export const MAX_LINES = 50;

/** Most that an order may come to, in minor units: what a payment institution takes at once, and what every sum of it fits into. */
export const MAX_AMOUNT = 99_999_999;

/** As many of what was asked for as the limits and the stock allow, and a word about the rest. */
export function allowedQuantity(
  wanted: number,
  variant: VariantRecord,
  language: Language,
): { quantity: number; userErrors: UserError[] } {
  const path = ['quantity'];
  const stock = variant.stockTracked ? variant.stock : MAX_QUANTITY;
  if (stock === 0) return { quantity: 0, userErrors: [cartError('OUT_OF_STOCK', language, path)] };
  const quantity = Math.min(wanted, stock, MAX_QUANTITY);
  if (quantity === wanted) return { quantity, userErrors: [] };
  const code = quantity === MAX_QUANTITY ? 'QUANTITY_LIMIT' : 'NOT_ENOUGH';
  return { quantity, userErrors: [cartError(code, language, path, { max: MAX_QUANTITY })] };
}
