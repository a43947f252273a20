import { TAB_GOODS } from '../../platform/device-storage.ts';

/** So many of a variant, as an order had it. */
export interface OrderedGood {
  readonly variantId: string;
  readonly quantity: number;
}

/**
 * Keeps in this tab alone what is about to be ordered: the order empties the cart and its lines are sealed, so that nobody
 * else could put the goods of an order that came to nothing back.
 */
export function keepOrderedGoods(goods: readonly OrderedGood[]): void {
  try {
    if (goods.length === 0) sessionStorage.removeItem(TAB_GOODS);
    else sessionStorage.setItem(TAB_GOODS, JSON.stringify(goods));
  } catch {
    // Without it they are found in the shop again.
  }
}

/** What this tab ordered last, for as long as it is not paid. */
export function readOrderedGoods(): readonly OrderedGood[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(TAB_GOODS) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isGood) : [];
  } catch {
    return [];
  }
}

function isGood(value: unknown): value is OrderedGood {
  if (typeof value !== 'object' || value === null || !('variantId' in value) || !('quantity' in value)) return false;
  return typeof value.variantId === 'string' && Number.isInteger(value.quantity) && Number(value.quantity) > 0;
}
