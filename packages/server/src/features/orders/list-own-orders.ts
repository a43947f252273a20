import type { CustomerOrdersArgs } from '@barrier/schema/orders/customer-orders.args.ts';
import type { OrderConnection } from '@barrier/schema/orders/customer-orders.type.ts';
import type { Order as OrderType } from '@barrier/schema/orders/order.type.ts';
import { PublicError } from '../../platform/errors.ts';
import type { Viewer } from '../../privacy/access/viewer.ts';
import type { PrivacyCore } from '../../privacy/core.ts';
import { Payment } from '../payments/payment.entity.ts';
import { findOwnOrder } from './find-own-order.ts';
import { Order } from './order.entity.ts';
import { viewOrder } from './view-order.ts';

/** What listing one's orders needs of a request's context. */
export interface OwnOrdersContext {
  readonly core: PrivacyCore;
  readonly viewer: Viewer;
}

/** Most orders of a page. */
const MOST_FIRST = 50;

/**
 * The orders of the customer who is signed in, newest first.
 * @throws {PublicError} BAD_USER_INPUT if `first` is not 1 to 50 or `after` names no order of theirs.
 */
export async function listOwnOrders(
  { core, viewer }: OwnOrdersContext,
  { first, after }: CustomerOrdersArgs,
): Promise<OrderConnection> {
  if (first < 1 || first > MOST_FIRST) throw new PublicError('BAD_USER_INPUT', `first: it must be 1 to ${MOST_FIRST}.`);
  const subjectIds = viewer.kind === 'customer' ? [...viewer.subjectIds] : [];
  const em = core.stores.main.em.fork();
  const own = { subjectId: { $in: subjectIds } };
  // A cursor is the number of an order: random, and good among one's own alone.
  const last = after == null ? null : await em.findOne(Order, { ...own, number: after });
  if (after != null && !last) throw new PublicError('BAD_USER_INPUT', 'after: this is no cursor of this list.');
  const older = last && {
    $or: [{ placedAt: { $lt: last.placedAt } }, { placedAt: last.placedAt, id: { $lt: last.id } }],
  };
  const orders = await em.find(
    Order,
    { ...own, ...older },
    { orderBy: { placedAt: 'desc', id: 'desc' }, limit: first + 1 },
  );
  const page = orders.slice(0, first);
  const payments = await em.find(Payment, { orderId: { $in: page.map(({ id }) => id) } });
  const paymentOf = new Map(payments.map((payment) => [payment.orderId, payment]));
  return {
    nodes: await Promise.all(page.map((order) => viewOrder(core, order, paymentOf.get(order.id)))),
    totalCount: await em.count(Order, own),
    pageInfo: {
      hasNextPage: orders.length > first,
      hasPreviousPage: last !== null,
      startCursor: page[0]?.number ?? null,
      endCursor: page.at(-1)?.number ?? null,
    },
  };
}

/** One order of the customer who is signed in. @throws {PublicError} NOT_FOUND, alike for one that is somebody else's. */
export async function showOwnOrder({ core, viewer }: OwnOrdersContext, number: string): Promise<OrderType> {
  const em = core.stores.main.em.fork();
  return viewOrder(core, await findOwnOrder(em, { viewer, orderProof: null }, { number }, core.clock.now()));
}
