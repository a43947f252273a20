import { ErasurePayload, RestrictionPayload } from '@barrier/schema/data-rights/erasure.result.ts';
import { ErasurePreview, ErasureReceipt, RightsStanding } from '@barrier/schema/data-rights/erasure.type.ts';
import {
  ErasureReceiptArgs,
  RequestErasureInput,
  RightsArgs,
  RightsInput,
} from '@barrier/schema/data-rights/rights.input.ts';
import { NonPersonal } from '@barrier/schema/privacy/marks.ts';
import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { cancelErasure } from './cancel-erasure.ts';
import { previewErasure } from './preview-erasure.ts';
import type { PersonContext } from './require-person.ts';
import { liftRestriction, restrictProcessing } from './restrict-processing.ts';
import { requireTarget } from './rights-target.ts';
import { scheduleErasure } from './schedule-erasure.ts';
import { showReceipt } from './show-receipt.ts';
import { showStanding } from './show-standing.ts';

const MARKED = 'Each of its fields is marked.';

/** Erasing oneself, and having one's data kept and not used (P4.6, P6.1). */
@Resolver()
export class ErasureResolver {
  @Query(() => RightsStanding, {
    description: 'Whether data of the person is under restriction or about to be erased. Asked by POST only.',
  })
  async rightsStanding(
    @Args(() => RightsArgs) args: RightsArgs,
    @Ctx() context: PersonContext,
  ): Promise<RightsStanding> {
    return showStanding(context, await requireTarget(context, args));
  }

  @Query(() => ErasurePreview, {
    description: 'What an erasure would do: what goes, what stays and why, what becomes of orders. Asked by POST only.',
  })
  erasurePreview(@Args(() => RightsArgs) args: RightsArgs, @Ctx() context: PersonContext): Promise<ErasurePreview> {
    return previewErasure(context, args);
  }

  @Query(() => ErasureReceipt, {
    description: 'The receipt of an erasure, for whoever has its address. Asked by POST only.',
  })
  erasureReceipt(
    @Args(() => ErasureReceiptArgs) args: ErasureReceiptArgs,
    @Ctx() context: PersonContext,
  ): Promise<ErasureReceipt> {
    return showReceipt(context, args);
  }

  @Mutation(() => ErasurePayload, {
    description:
      'Has an account with all its orders erased, or one order: after seven days in which it can be cancelled, or at once. Needs a fresh proof.',
  })
  requestErasure(
    @NonPersonal(MARKED)
    @Arg('input', () => RequestErasureInput, { description: 'What is to be erased, and when.' })
    input: RequestErasureInput,
    @Ctx() context: PersonContext,
  ): Promise<ErasurePayload> {
    return scheduleErasure(context, input);
  }

  @Mutation(() => ErasurePayload, { description: 'Cancels an erasure that has not begun.' })
  cancelErasure(
    @NonPersonal(MARKED)
    @Arg('input', () => RightsInput, { description: 'Which one.' })
    input: RightsInput,
    @Ctx() context: PersonContext,
  ): Promise<ErasurePayload> {
    return cancelErasure(context, input);
  }

  @Mutation(() => RestrictionPayload, {
    description:
      'Has data kept and used for nothing else than storage, until that is lifted. Open payments end, and deliveries pause.',
  })
  restrictProcessing(
    @NonPersonal(MARKED)
    @Arg('input', () => RightsInput, { description: 'Of what.' })
    input: RightsInput,
    @Ctx() context: PersonContext,
  ): Promise<RestrictionPayload> {
    return restrictProcessing(context, input);
  }

  @Mutation(() => RestrictionPayload, { description: 'Lifts a restriction; what waited goes on.' })
  liftRestriction(
    @NonPersonal(MARKED)
    @Arg('input', () => RightsInput, { description: 'Of what.' })
    input: RightsInput,
    @Ctx() context: PersonContext,
  ): Promise<RestrictionPayload> {
    return liftRestriction(context, input);
  }
}
