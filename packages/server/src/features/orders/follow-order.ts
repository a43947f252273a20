import type { Order as OrderType } from '@barrier/schema/orders/order.type.ts';
import { PublicError } from '../../platform/errors.ts';
import { findOrderByToken, isProofOf } from './find-order-by-token.ts';
import type { OrderContext } from './order-context.ts';
import { viewOrder } from './view-order.ts';

/**
 * Shows an order to the bearer of its link: states, dates and sums; what is personal stays masked until a mailed code has
 * proven who asks (D16).
 * @throws {PublicError} NOT_FOUND, alike for every token that leads nowhere; BAD_USER_INPUT if asked by GET.
 */
export async function followOrder(context: OrderContext, token: string): Promise<OrderType> {
  const { core, orderProof } = context;
  if (context.method === 'GET') throw new PublicError('BAD_USER_INPUT', 'A token is sent by POST only.');
  const now = core.clock.now();
  const em = core.stores.main.em.fork();
  const order = await findOrderByToken(em, token, now);
  const { subjectId } = order;
  context.prove({ subjectId, by: 'LINK' });
  if (orderProof !== null && (await isProofOf(em, orderProof, order.id, now))) context.prove({ subjectId, by: 'CODE' });
  return viewOrder(core, order);
}
