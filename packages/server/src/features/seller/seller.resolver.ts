import { Seller as SellerType } from '@barrier/schema/seller/seller.type.ts';
import { Ctx, Query, Resolver } from 'type-graphql';
import type { Seller } from './seller.ts';
import { viewSeller } from './view-seller.ts';

/** What the seller's field needs of the context. */
export interface SellerContext {
  /** Who sells, as configured. */
  readonly seller: Seller;
}

/** Who sells. */
@Resolver()
export class SellerResolver {
  @Query(() => SellerType, {
    description: 'Who sells here: name, address, register, tax numbers and where to write to.',
  })
  seller(@Ctx() context: SellerContext): SellerType {
    return viewSeller(context.seller);
  }
}
