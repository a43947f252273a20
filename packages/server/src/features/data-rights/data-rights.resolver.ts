import { ClaimOrderArgs, RequestOrderClaimArgs } from '@barrier/schema/orders/claim-order.args.ts';
import { ClaimOrderPayload, RequestOrderClaimPayload } from '@barrier/schema/orders/claim-order.result.ts';
import { CorrectOrderInput } from '@barrier/schema/orders/correct-order.input.ts';
import { CorrectOrderPayload } from '@barrier/schema/orders/correct-order.result.ts';
import { NonPersonal } from '@barrier/schema/privacy/marks.ts';
import { Arg, Args, Ctx, Mutation, Resolver } from 'type-graphql';
import type { AccountContext } from '../accounts/account-context.ts';
import { claimOrder, requestOrderClaim } from './claim-order.ts';
import { type CorrectionContext, correctOrder } from './correct-order.ts';

/** What people do themselves with what is known about them, customers and guests alike (P6.1, P6.2). */
@Resolver()
export class DataRightsResolver {
  @NonPersonal('Each field of what it answers is marked.')
  @Mutation(() => CorrectOrderPayload, {
    description:
      'Corrects address, name, phone number or e-mail address of an order that is not dispatched yet (P6.2).',
  })
  correctOrder(
    @NonPersonal('Each of its fields is marked.')
    @Arg('input', () => CorrectOrderInput, { description: 'Which order, and what is right.' })
    input: CorrectOrderInput,
    @Ctx() context: CorrectionContext,
  ): Promise<CorrectOrderPayload> {
    return correctOrder(context, input);
  }

  @Mutation(() => RequestOrderClaimPayload, {
    description:
      'Mails a code to the address of an order that a customer placed as a guest. The answer does not tell whether there is one.',
  })
  requestOrderClaim(
    @Args(() => RequestOrderClaimArgs) args: RequestOrderClaimArgs,
    @Ctx() context: AccountContext,
  ): Promise<RequestOrderClaimPayload> {
    return requestOrderClaim(context, args);
  }

  @Mutation(() => ClaimOrderPayload, {
    description: 'Puts an order among those of the customer, by its number and the mailed code (D5).',
  })
  claimOrder(
    @Args(() => ClaimOrderArgs) args: ClaimOrderArgs,
    @Ctx() context: AccountContext,
  ): Promise<ClaimOrderPayload> {
    return claimOrder(context, args);
  }
}
