import { Field, Int, ObjectType } from 'type-graphql';
import { OrderState } from '../orders/order-state.ts';
import { Category } from '../privacy/category.ts';
import { NonPersonal } from '../privacy/marks.ts';
import { ErasureScope, ErasureState, OrderFate } from './erasure-state.ts';

const COUNTS = 'Kinds and counts of what there is, never a value.';

/** How many values of a category there are. */
@ObjectType({ description: 'How many personal values of a category there are.' })
@NonPersonal(COUNTS)
export class ErasedCategory {
  @Field(() => Category, { description: 'The category.' })
  category!: Category;

  @Field(() => String, { description: 'What it is called.' })
  title!: string;

  @Field(() => Int, { description: 'How many values.' })
  count!: number;
}

/** How many records of a kind there are. */
@ObjectType({ description: 'How many records of a kind there are, on the registry of what an erasure deletes.' })
@NonPersonal(COUNTS)
export class ErasedRecords {
  @Field(() => String, { description: 'The name on the registry.' })
  name!: string;

  @Field(() => String, { description: 'What they are called.' })
  title!: string;

  @Field(() => Int, { description: 'How many records.' })
  count!: number;
}

/** What stays, and why. */
@ObjectType({ description: 'What stays after an erasure, by which rule, and until when; none of it leads to anybody.' })
@NonPersonal('It says what the shop keeps of anybody, and how much of it.')
export class ErasureRemnant {
  @Field(() => String, { description: 'The name on the registry.' })
  name!: string;

  @Field(() => String, { description: 'What it is.' })
  what!: string;

  @Field(() => String, { description: 'The rule by which it stays.' })
  because!: string;

  @Field(() => String, { description: 'Until when.' })
  until!: string;

  @Field(() => Int, { nullable: true, description: 'How many; null where it cannot be counted.' })
  count!: number | null;
}

/** An order as far as a right touches it. */
@ObjectType({ description: 'An order as far as an erasure or a restriction touches it.' })
@NonPersonal('Number, state and dates, which are in clear for the books (D4), shown to its person alone.')
export class AffectedOrder {
  @Field(() => String, { description: 'Its number.' })
  number!: string;

  @Field(() => String, { description: 'When it was placed (ISO 8601).' })
  placedAt!: string;

  @Field(() => OrderState, { description: 'Where it stands.' })
  state!: OrderState;

  @Field(() => OrderFate, { description: 'What becomes of it when its person is erased.' })
  fate!: OrderFate;

  @Field(() => String, { nullable: true, description: 'Since when its data is under restriction (ISO 8601).' })
  restrictedSince!: string | null;

  @Field(() => String, { nullable: true, description: 'When it alone is erased, if that was asked for (ISO 8601).' })
  erasedOn!: string | null;
}

/** An erasure that somebody asked for. */
@ObjectType({ description: 'An erasure that somebody asked for.' })
@NonPersonal('What was asked for and when, shown to its person alone.')
export class ErasureRequest {
  @Field(() => ErasureState, { description: 'Where it stands.' })
  state!: ErasureState;

  @Field(() => ErasureScope, { description: 'What is erased.' })
  scope!: ErasureScope;

  @Field(() => String, { description: 'When it was asked for (ISO 8601).' })
  requestedAt!: string;

  @Field(() => String, { description: 'Until when it can be cancelled; then it begins (ISO 8601).' })
  dueAt!: string;

  @Field(() => [String], { description: 'Numbers of the orders that it waits for, since they are finished first.' })
  waitsFor!: string[];
}

/** What an erasure would do. */
@ObjectType({ description: 'What an erasure would do, computed from the registries that it works by.' })
@NonPersonal('Kinds, counts and dates, shown to its person alone.')
export class ErasurePreview {
  @Field(() => ErasureScope, { description: 'What would be erased.' })
  scope!: ErasureScope;

  @Field(() => [ErasedCategory], { description: 'The personal values that go, by category.' })
  values!: ErasedCategory[];

  @Field(() => [ErasedRecords], { description: 'The records that go, by kind.' })
  records!: ErasedRecords[];

  @Field(() => [ErasureRemnant], { description: 'What stays.' })
  stays!: ErasureRemnant[];

  @Field(() => [AffectedOrder], { description: 'What becomes of the orders.' })
  orders!: AffectedOrder[];

  @Field(() => Int, { description: 'For how many days it could be cancelled.' })
  windowDays!: number;

  @Field(() => String, { description: 'When it would begin, if it were asked for now and not at once (ISO 8601).' })
  dueAt!: string;

  @Field(() => String, { description: 'Until when backups from before are kept at most (ISO 8601 date).' })
  backupsUntil!: string;

  @Field(() => String, {
    description: 'By when it would be final: the last key that could open a copy is destroyed (ISO 8601 date).',
  })
  finalBy!: string;
}

/** What was found when everything was looked through again. */
@ObjectType({ description: 'What was found when everything was looked through again after an erasure.' })
@NonPersonal('Counts and names of tables, never a value.')
export class ErasureRescan {
  @Field(() => String, { description: 'When (ISO 8601).' })
  at!: string;

  @Field(() => Boolean, { description: 'Whether nothing was found.' })
  clean!: boolean;

  @Field(() => Int, { description: 'Rows that still lead to somebody erased.' })
  rows!: number;

  @Field(() => Int, { description: 'Keys that are still there.' })
  keys!: number;

  @Field(() => Int, { description: 'Pseudonyms of the access log that still lead to somebody erased.' })
  pseudonyms!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'How many files were read byte by byte; null if the shop is too large to do that for each erasure.',
  })
  files!: number | null;

  @Field(() => Boolean, {
    description:
      'Whether ciphertexts, wrapped keys and blind indexes were looked for besides identifiers; not if the server was restarted in between.',
  })
  withContent!: boolean;

  @Field(() => [String], { description: 'Where something was found.' })
  found!: string[];
}

/** The state of the access log that the receipt vouches for. */
@ObjectType({
  description: 'Where the chain of entries about somebody in the access log stood before they were erased.',
})
@NonPersonal('A count and a hash, which lead to nobody any more.')
export class LogCheckpoint {
  @Field(() => Int, { description: 'How many entries there were.' })
  sequence!: number;

  @Field(() => String, { description: 'The hash of the last one.' })
  hash!: string;
}

/** The receipt of an erasure. */
@ObjectType({ description: 'The receipt of an erasure: an attestation of the shop. It holds nothing of the person.' })
@NonPersonal('Kinds, counts, dates and hashes; it holds nothing that leads to a person.')
export class ErasureReceipt {
  @Field(() => ErasureState, { description: 'Where the erasure stands.' })
  state!: ErasureState;

  @Field(() => ErasureScope, { description: 'What was erased.' })
  scope!: ErasureScope;

  @Field(() => String, { description: 'What the shop attests, in one sentence.' })
  statement!: string;

  @Field(() => String, { description: 'When it was asked for (ISO 8601).' })
  requestedAt!: string;

  @Field(() => String, { nullable: true, description: 'When rows and keys were gone (ISO 8601).' })
  executedAt!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'When the last key that could open a copy is or will be destroyed (ISO 8601); null before it is executed.',
  })
  finalAt!: string | null;

  @Field(() => Boolean, { description: 'Whether that has happened.' })
  isFinal!: boolean;

  @Field(() => [ErasedCategory], { description: 'The personal values that went, by category.' })
  values!: ErasedCategory[];

  @Field(() => [ErasedRecords], { description: 'The records that went, by kind.' })
  records!: ErasedRecords[];

  @Field(() => [ErasureRemnant], { description: 'What may remain.' })
  stays!: ErasureRemnant[];

  @Field(() => ErasureRescan, { nullable: true, description: 'What was found afterwards; null until it was looked.' })
  rescan!: ErasureRescan | null;

  @Field(() => LogCheckpoint, { nullable: true, description: 'Where the access log stood; null if it had no entry.' })
  checkpoint!: LogCheckpoint | null;

  @Field(() => String, {
    nullable: true,
    description: 'Until when this receipt can be read (ISO 8601 date), once known.',
  })
  keptUntil!: string | null;
}

/** How a person stands with their rights. */
@ObjectType({ description: 'Whether data of the person is under restriction or about to be erased.' })
@NonPersonal('States and dates, shown to their person alone.')
export class RightsStanding {
  @Field(() => ErasureScope, { description: 'What it is about.' })
  scope!: ErasureScope;

  @Field(() => String, { nullable: true, description: 'Since when all of it is under restriction (ISO 8601).' })
  restrictedSince!: string | null;

  @Field(() => ErasureRequest, { nullable: true, description: 'The erasure that was asked for, if any.' })
  erasure!: ErasureRequest | null;

  @Field(() => [AffectedOrder], { description: 'The orders it is about.' })
  orders!: AffectedOrder[];

  @Field(() => Boolean, { description: 'Whether the proof is fresh enough to ask for an erasure.' })
  isFresh!: boolean;
}
