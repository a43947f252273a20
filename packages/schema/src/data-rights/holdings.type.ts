import { Field, ID, Int, ObjectType } from 'type-graphql';
import { PageInfo } from '../catalog/product-connection.type.ts';
import { Category } from '../privacy/category.ts';
import { DataMapPurpose, DataMapRecipient } from '../privacy/data-map.type.ts';
import { NonPersonal, Personal } from '../privacy/marks.ts';
import { PersonalText } from '../privacy/personal-value.type.ts';

const TERMS = 'It says what is done with a value, not what the value is.';
const OWN = 'Shown to the person alone, beside what it is about.';
const PARTS = 'Each of its fields is marked.';

/** A value that is held about a person: on the field of its category, with all that holds for it (P1.3, P2.5, P6.1). */
@ObjectType({
  description:
    'A value that is held about somebody, with what for, who sees it and until when. It stands in the field of its category; the others are null.',
})
export class HeldValue {
  @NonPersonal('It names a field of the program.')
  @Field(() => String, { description: 'The stored field, such as order.email.' })
  field!: string;

  @NonPersonal('It names a field of the program.')
  @Field(() => String, { description: 'What it is called.' })
  label!: string;

  @NonPersonal(TERMS)
  @Field(() => Category, { description: 'Its category, and so the field that it stands in.' })
  category!: Category;

  @NonPersonal(TERMS)
  @Field(() => String, { description: 'The category in words.' })
  categoryTitle!: string;

  @NonPersonal(TERMS)
  @Field(() => String, { description: "The category's term in the W3C Data Privacy Vocabulary." })
  dpv!: string;

  @NonPersonal(TERMS)
  @Field(() => [DataMapPurpose], { description: 'What it may be used for, and on which ground.' })
  purposes!: DataMapPurpose[];

  @NonPersonal(TERMS)
  @Field(() => [String], { description: 'Who may see it, and how.' })
  seenBy!: string[];

  @NonPersonal(TERMS)
  @Field(() => [DataMapRecipient], { description: 'To whom it may leave, by the agreements in force today.' })
  recipients!: DataMapRecipient[];

  @NonPersonal(OWN)
  @Field(() => String, {
    nullable: true,
    description: 'The day from which it is erased (ISO 8601 date); null while its time has not begun.',
  })
  keptUntil!: string | null;

  @NonPersonal(TERMS)
  @Field(() => String, { description: 'Why until then: what its time counts from, and how long it is.' })
  keptBecause!: string;

  @NonPersonal(TERMS)
  @Field(() => String, { description: 'Where and how it is stored, in words.' })
  stored!: string;

  @NonPersonal(TERMS)
  @Field(() => String, { nullable: true, description: 'Why the value itself is not shown, if it is not.' })
  withheld!: string | null;
}

/** The field of `HeldValue` in which values of a category stand: `DELIVERY_ADDRESS` in `deliveryAddress`. */
export function heldProperty(category: Category): string {
  return category.toLowerCase().replace(/_(\w)/g, (_whole, letter: string) => letter.toUpperCase());
}

// One for each of the closed list, so that a value of any category has its place and its mark.
for (const category of Object.values(Category)) {
  const property = heldProperty(category);
  Personal({ category, purposes: ['DATA_RIGHTS'] })(HeldValue.prototype, property);
  Field(() => PersonalText, { nullable: true, description: `The value, if it is of the category ${category}.` })(
    HeldValue.prototype,
    property,
  );
}

/** Something stored in clear that says what a record is. */
@ObjectType({ description: 'What is stored in clear of a record: a number, a state, a date, a sum.' })
@NonPersonal(OWN)
export class HeldFact {
  @Field(() => String, { description: 'The name of the fact in files.' })
  key!: string;

  @Field(() => String, { description: 'What it is called.' })
  label!: string;

  @Field(() => String, { description: 'The fact, in words.' })
  text!: string;
}

/** One record, such as an order or a device that is signed in. */
@ObjectType({ description: 'One record that is held about somebody, such as an order, a payment, a mail on its way.' })
export class HeldRecord {
  @NonPersonal('A random id that says nothing of a person.')
  @Field(() => ID, { description: 'An opaque id.' })
  id!: string;

  @NonPersonal('It names a kind of record.')
  @Field(() => String, { description: 'The kind of record, by the name of its file in the download.' })
  kind!: string;

  @NonPersonal('It names a kind of record.')
  @Field(() => String, { description: 'The kind of record, in words.' })
  title!: string;

  @NonPersonal(OWN)
  @Field(() => String, { nullable: true, description: 'Which one it is, such as the number of an order.' })
  name!: string | null;

  @NonPersonal(PARTS)
  @Field(() => [HeldFact], { description: 'What is stored of it in clear.' })
  facts!: HeldFact[];

  @NonPersonal(PARTS)
  @Field(() => [HeldValue], { description: 'What is personal in it.' })
  values!: HeldValue[];
}

/** All that hangs together: the account, or one order with its payment and mails. */
@ObjectType({ description: 'What hangs together: the account, or one order with its payment and its mails.' })
export class HeldPart {
  @NonPersonal('A random id that says nothing of a person.')
  @Field(() => ID, { description: 'An opaque id.' })
  id!: string;

  @NonPersonal(OWN)
  @Field(() => String, { description: 'What it is, in words.' })
  title!: string;

  @NonPersonal(PARTS)
  @Field(() => [HeldRecord], { description: 'Its records.' })
  records!: HeldRecord[];
}

/** A page of what is held about a person. */
@ObjectType({ description: 'A page of what is held about somebody: the account first, then orders, newest first.' })
export class HeldPartConnection {
  @NonPersonal(PARTS)
  @Field(() => [HeldPart], { description: 'The parts of the page.' })
  nodes!: HeldPart[];

  @NonPersonal(OWN)
  @Field(() => Int, { description: 'How many parts there are.' })
  totalCount!: number;

  @NonPersonal('It says where in a list one is.')
  @Field(() => PageInfo, { description: 'Where the page stands in the list.' })
  pageInfo!: PageInfo;
}
