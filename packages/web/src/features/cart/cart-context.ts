import { createContext, use } from 'react';
import type { Cart, CartItem, CartLine } from './cart-change.ts';
import type { OrderedGood } from './ordered-goods.ts';
import type { CartError } from './use-cart-mutations.ts';

/** What went wrong with the last change. */
export type CartProblem =
  | { readonly kind: 'connection' }
  | { readonly kind: 'refused'; readonly errors: readonly CartError[] };

/** The cart and what can be done with it. */
export interface CartState {
  /** Null until it is known, and for a visitor who has put nothing into it. */
  readonly cart: Cart | null;
  /** Whether it is still on its way. */
  readonly loading: boolean;
  readonly problem: CartProblem | null;
  readonly drawerOpen: boolean;
  readonly showDrawer: (open: boolean) => void;
  readonly add: (item: CartItem, quantity: number) => void;
  /** Adds goods of an order that came to nothing, and shows the cart. */
  readonly putBack: (goods: readonly OrderedGood[]) => Promise<void>;
  readonly setQuantity: (line: CartLine, quantity: number) => void;
  readonly remove: (line: CartLine) => void;
  /** What can be put back: the line that was removed last. */
  readonly removed: CartLine | null;
  readonly undoRemove: () => void;
  readonly forgetRemoved: () => void;
  readonly applyCode: (code: string | null) => Promise<readonly CartError[]>;
}

/** Gives the cart to everything below. */
export const CartContext = createContext<CartState | null>(null);

/** The cart and what can be done with it. */
export function useCart(): CartState {
  const cart = use(CartContext);
  if (!cart) throw new Error('useCart is used outside CartProvider.');
  return cart;
}
