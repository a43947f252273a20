import { Customer } from '@barrier/schema/accounts/customer.type.ts';
import { CustomerOrderArgs, CustomerOrdersArgs } from '@barrier/schema/orders/customer-orders.args.ts';
import { OrderConnection } from '@barrier/schema/orders/customer-orders.type.ts';
import { Order } from '@barrier/schema/orders/order.type.ts';
import { NonPersonal } from '@barrier/schema/privacy/marks.ts';
import { Args, Ctx, FieldResolver, Resolver } from 'type-graphql';
import { listOwnOrders, type OwnOrdersContext, showOwnOrder } from './list-own-orders.ts';

/** The orders of a customer: those placed while signed in, and those claimed (D5). */
@Resolver(() => Customer)
export class CustomerOrdersResolver {
  @NonPersonal('Each field of what it answers is marked.')
  @FieldResolver(() => OrderConnection, { description: 'Their orders, newest first.' })
  orders(
    @Args(() => CustomerOrdersArgs) args: CustomerOrdersArgs,
    @Ctx() context: OwnOrdersContext,
  ): Promise<OrderConnection> {
    return listOwnOrders(context, args);
  }

  @NonPersonal('Each field of what it answers is marked.')
  @FieldResolver(() => Order, { description: 'One of their orders, by its number.' })
  order(
    @Args(() => CustomerOrderArgs) { number }: CustomerOrderArgs,
    @Ctx() context: OwnOrdersContext,
  ): Promise<Order> {
    return showOwnOrder(context, number);
  }
}
