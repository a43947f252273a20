import { Field, ObjectType } from 'type-graphql';
import { Category } from './category.ts';
import { NonPersonal } from './marks.ts';
import { LegalGround, Purpose } from './purpose.ts';
import { Recipient } from './recipient.ts';

const MAP = 'It describes fields of the schema, not what is in them.';

/** A purpose of the data map with the ground it stands on. */
@ObjectType({ description: 'A purpose, in plain words, with the legal ground on which it stands.' })
@NonPersonal(MAP)
export class DataMapPurpose {
  @Field(() => Purpose, { description: 'The purpose.' })
  purpose!: Purpose;

  @Field(() => String, { description: 'In plain words.' })
  description!: string;

  @Field(() => LegalGround, { description: 'Its ground in law.' })
  ground!: LegalGround;

  @Field(() => String, { description: 'The ground in plain words.' })
  groundDescription!: string;

  @Field(() => String, { description: 'Its term in the W3C Data Privacy Vocabulary.' })
  dpv!: string;
}

/** Somebody to whom data may leave, as an agreement in force says (P3.1, P5.2, D13). */
@ObjectType({
  description: 'Somebody to whom data may leave, under a signed agreement in force today; to nobody else (P3.1, P5.2).',
})
@NonPersonal('It names a company and what was agreed with it.')
export class DataMapRecipient {
  @Field(() => Recipient, { description: 'What kind of recipient it is.' })
  recipient!: Recipient;

  @Field(() => String, { description: 'What it does, in plain words.' })
  description!: string;

  @Field(() => String, { description: 'Its name, as the agreement has it.' })
  party!: string;

  @Field(() => [Category], { description: 'What it may obtain; none if it holds keys and sees no value.' })
  categories!: Category[];

  @Field(() => [DataMapPurpose], { description: 'What for.' })
  purposes!: DataMapPurpose[];
}

/** What the shop holds of one category: where it enters, why, who may see it, to whom it may leave, how long it is kept (P1.3, P2.5). */
@ObjectType({ description: 'What the shop holds of one category, why, for whom and how long (P1.3, P2.5).' })
@NonPersonal(MAP)
export class DataMapEntry {
  @Field(() => Category, { description: 'The category.' })
  category!: Category;

  @Field(() => String, { description: 'Its name.' })
  title!: string;

  @Field(() => String, { description: 'What it is, in plain words.' })
  description!: string;

  @Field(() => String, { description: 'Its term in the W3C Data Privacy Vocabulary.' })
  dpv!: string;

  @Field(() => String, { description: 'The clause of the privacy policy that carries it.' })
  clause!: string;

  @Field(() => [String], { description: 'The input fields through which it enters, as schema coordinates.' })
  entersAt!: string[];

  @Field(() => [String], { description: 'The output fields on which it is answered, as schema coordinates.' })
  seenAt!: string[];

  @Field(() => [DataMapPurpose], { description: 'What it may be used for.' })
  purposes!: DataMapPurpose[];

  @Field(() => [String], { description: 'Who may see it, and how.' })
  seenBy!: string[];

  @Field(() => [DataMapRecipient], {
    description: 'To whom it may leave, by the agreements in force; nobody if there is none.',
  })
  recipients!: DataMapRecipient[];

  @Field(() => String, { description: 'How long it is kept.' })
  kept!: string;
}
