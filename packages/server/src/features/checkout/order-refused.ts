import type { UserError } from '@barrier/schema/graphql/user-error.type.ts';

/** Thrown inside the transaction that places an order, so that it is rolled back whole; the customer is told why. */
export class OrderRefused extends Error {
  readonly code = 'ORDER_REFUSED';

  constructor(readonly userErrors: readonly UserError[]) {
    super('The order was refused.');
  }
}
