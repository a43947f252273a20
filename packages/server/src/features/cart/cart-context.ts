import type { Clock } from '../../platform/clock/clock.ts';
import type { SqlRunner } from '../../platform/orm/raw-sql.ts';
import type { CatalogueSnapshot } from '../catalog/catalogue-snapshot.ts';

/** What the cart needs of a request's context. */
export interface CartContext {
  /** The main store, for statements written by hand: adding to the cart is done often. */
  readonly sql: SqlRunner;
  readonly catalogue: CatalogueSnapshot;
  readonly clock: Clock;
  /** The token that the request carries, in the cookie `barrier_cart` or the header `Cart-Token`. */
  readonly cartToken: string | null;
  /** Gives the browser the token of a cart that was just made. */
  setCartToken(token: string): void;
}
