import type { CartPartsFragment } from '../../generated/graphql.ts';

/** The cart as the shop shows it. */
export type Cart = CartPartsFragment;
export type CartLine = Cart['lines'][number];

/** What is needed to show a variant in the cart before the server has answered. */
export type CartItem = Pick<CartLine, 'variant' | 'product'>;

/** A change that a visitor makes. */
export type CartChange =
  | { readonly kind: 'add'; readonly item: CartItem; readonly quantity: number }
  | { readonly kind: 'set'; readonly lineId: string; readonly quantity: number }
  | { readonly kind: 'remove'; readonly lineId: string };

/** The most of one variant that a cart takes. */
export const MAX_QUANTITY = 99;

/**
 * The cart as it will most likely be after a change, shown until the server has answered. A discount is left as it was:
 * only the server knows the rules of a promotion.
 */
export function applyChange(cart: Cart, change: CartChange): Cart {
  return withLines(cart, changedLines(cart.lines, change));
}

function changedLines(lines: readonly CartLine[], change: CartChange): CartLine[] {
  switch (change.kind) {
    case 'set':
      return lines
        .map((line) => (line.id === change.lineId ? withQuantity(line, change.quantity) : line))
        .filter(({ quantity }) => quantity > 0);
    case 'remove':
      return lines.filter(({ id }) => id !== change.lineId);
    case 'add': {
      const there = lines.find(({ variant }) => variant.id === change.item.variant.id);
      if (there) {
        return lines.map((line) => (line === there ? withQuantity(line, line.quantity + change.quantity) : line));
      }
      return [...lines, pendingLine(change.item, change.quantity)];
    }
  }
}

function pendingLine(item: CartItem, quantity: number): CartLine {
  const price = item.variant.price;
  return {
    __typename: 'CartLine',
    id: `pending:${item.variant.id}`,
    quantity,
    available: true,
    linePrice: { __typename: 'Money', amount: (price?.amount ?? 0) * quantity, currency: price?.currency ?? 'EUR' },
    ...item,
  };
}

function withQuantity(line: CartLine, quantity: number): CartLine {
  const wanted = Math.min(quantity, MAX_QUANTITY);
  const each = line.variant.price?.amount ?? (line.quantity > 0 ? line.linePrice.amount / line.quantity : 0);
  return { ...line, quantity: wanted, linePrice: { ...line.linePrice, amount: each * wanted } };
}

function withLines(cart: Cart, lines: CartLine[]): Cart {
  const subtotal = lines.reduce((sum, { linePrice }) => sum + linePrice.amount, 0);
  const discount = Math.min(cart.discount.amount, subtotal);
  const total = subtotal - discount;
  const missing = cart.freeShippingRemaining;
  return {
    ...cart,
    lines,
    totalQuantity: lines.reduce((sum, { quantity }) => sum + quantity, 0),
    subtotal: { ...cart.subtotal, amount: subtotal },
    discount: { ...cart.discount, amount: discount },
    total: { ...cart.total, amount: total },
    freeShippingRemaining: missing && { ...missing, amount: Math.max(0, missing.amount + cart.total.amount - total) },
  };
}
