import { OrderTokenArgs, PayOrderArgs, ProveOrderArgs } from '@barrier/schema/orders/order.args.ts';
import { Order } from '@barrier/schema/orders/order.type.ts';
import {
  PayOrderPayload,
  ProveOrderPayload,
  RequestOrderCodePayload,
} from '@barrier/schema/orders/order-access.result.ts';
import { NonPersonal } from '@barrier/schema/privacy/marks.ts';
import { Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { followOrder } from './follow-order.ts';
import type { OwnOrdersContext } from './list-own-orders.ts';
import type { OrderContext } from './order-context.ts';
import { payOrder } from './pay-order.ts';
import { proveOrder } from './prove-order.ts';
import { requestOrderCode } from './request-order-code.ts';

/** A guest's order, for whoever has its link (D16). */
@Resolver()
export class OrderResolver {
  @NonPersonal('Each field of what it answers is marked.')
  @Query(() => Order, {
    description: 'The order that a link leads to. What is personal is masked until proveOrder has given a proof.',
  })
  order(@Args(() => OrderTokenArgs) { token }: OrderTokenArgs, @Ctx() context: OrderContext): Promise<Order> {
    return followOrder(context, token);
  }

  @Mutation(() => RequestOrderCodePayload, { description: "Mails a code to the order's address." })
  requestOrderCode(
    @Args(() => OrderTokenArgs) args: OrderTokenArgs,
    @Ctx() context: OrderContext,
  ): Promise<RequestOrderCodePayload> {
    return requestOrderCode(context, args);
  }

  @NonPersonal('Each field of what it answers is marked.')
  @Mutation(() => ProveOrderPayload, { description: 'Exchanges the mailed code for a proof.' })
  proveOrder(
    @Args(() => ProveOrderArgs) args: ProveOrderArgs,
    @Ctx() context: OrderContext,
  ): Promise<ProveOrderPayload> {
    return proveOrder(context, args);
  }

  @NonPersonal('Each field of what it answers is marked.')
  @Mutation(() => PayOrderPayload, { description: 'Where to pay an order that is not paid yet.' })
  payOrder(
    @Args(() => PayOrderArgs) args: PayOrderArgs,
    @Ctx() context: OrderContext & OwnOrdersContext,
  ): Promise<PayOrderPayload> {
    return payOrder(context, args);
  }
}
