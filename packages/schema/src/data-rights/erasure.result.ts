import { Field, ObjectType } from 'type-graphql';
import { UserError } from '../graphql/user-error.type.ts';
import { NonPersonal } from '../privacy/marks.ts';
import { RightsStanding } from './erasure.type.ts';

/** What asking for an erasure, or cancelling it, answers. */
@ObjectType({ description: 'How the person stands now, or what is wrong.' })
@NonPersonal('States and dates, shown to their person alone.')
export class ErasurePayload {
  @Field(() => RightsStanding, { nullable: true, description: 'How the person stands now; null if nothing was done.' })
  standing!: RightsStanding | null;

  @Field(() => String, {
    nullable: true,
    description: 'Leads to the receipt, where it is done at once: given out once and stored hashed (D16).',
  })
  receiptToken!: string | null;

  @Field(() => [UserError], { description: 'Why nothing was done.' })
  userErrors!: UserError[];
}

/** What restricting, or lifting that, answers. */
@ObjectType({ description: 'How the person stands now, or what is wrong.' })
@NonPersonal('States and dates, shown to their person alone.')
export class RestrictionPayload {
  @Field(() => RightsStanding, { nullable: true, description: 'How the person stands now; null if nothing was done.' })
  standing!: RightsStanding | null;

  @Field(() => [UserError], { description: 'Why nothing was done, or not all of it.' })
  userErrors!: UserError[];
}
