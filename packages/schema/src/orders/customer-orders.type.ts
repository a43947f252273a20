import { Field, Int, ObjectType } from 'type-graphql';
import { PageInfo } from '../catalog/product-connection.type.ts';
import { NonPersonal } from '../privacy/marks.ts';
import { Order } from './order.type.ts';

/** A page of the orders of a customer, newest first. */
@ObjectType({ description: 'A page of the orders of a customer, newest first.' })
export class OrderConnection {
  @NonPersonal('Each of its fields is marked.')
  @Field(() => [Order], { description: 'The orders of the page.' })
  nodes!: Order[];

  @NonPersonal('Shown to the customer alone.')
  @Field(() => Int, { description: 'How many orders there are.' })
  totalCount!: number;

  @NonPersonal('It says where in a list one is.')
  @Field(() => PageInfo, { description: 'Where the page stands in the list.' })
  pageInfo!: PageInfo;
}
