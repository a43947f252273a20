/** Stock set aside for an order; the row in `stock_reservation` has the same id and knows no order (D4). */
export interface ReservationRef {
  readonly id: string;
  readonly variantId: string;
  readonly quantity: number;
}

/** One line as it was sold. Amounts are minor units of the order's currency, tax included where the market includes it. */
export interface OrderContentLine {
  readonly variantId: string;
  readonly sku: string | null;
  readonly title: string;
  readonly variantTitle: string;
  readonly quantity: number;
  readonly unitPrice: number;
  /** What the promotion took off this line. */
  readonly discount: number;
  /** Price times quantity, less the discount. */
  readonly linePrice: number;
  /** The tax included in `linePrice`. */
  readonly includedTax: number;
}

/** What was ordered and where its stock stands; kept sealed as `order.content`, since it may tell of somebody's skin (D4). */
export interface OrderContent {
  readonly lines: readonly OrderContentLine[];
  readonly reservations: readonly ReservationRef[];
}
