import { Field, ID, ObjectType } from 'type-graphql';
import { Language } from '../market/market.type.ts';
import { NonPersonal, Personal } from '../privacy/marks.ts';
import { PersonalText } from '../privacy/personal-value.type.ts';

/** What an account is used for: to tell its holder from others, and to fill in their orders. */
export const ACCOUNT_PURPOSES = ['ORDER_PROCESSING', 'SECURITY'] as const;

/** A device on which somebody is signed in. */
@ObjectType({ description: 'A device on which one is signed in.' })
export class AccountSession {
  @NonPersonal('A random id, good for ending the session and nothing else.')
  @Field(() => ID, { description: 'What revokeSession takes.' })
  id!: string;

  @NonPersonal('It says which of the sessions asks.')
  @Field(() => Boolean, { description: 'Whether it is the session that asks.' })
  isCurrent!: boolean;

  @Personal({ category: 'CREDENTIAL', purposes: ['SECURITY'] })
  @Field(() => PersonalText, {
    nullable: true,
    description: 'What the device called itself, such as Firefox on Linux.',
  })
  device!: unknown;

  @NonPersonal('Shown to its holder alone, to tell sessions apart.')
  @Field(() => String, { description: 'When it began (ISO 8601).' })
  createdAt!: string;

  @NonPersonal('Shown to its holder alone, to tell sessions apart; noted once an hour at most.')
  @Field(() => String, { description: 'When it was last used, to the hour (ISO 8601).' })
  lastUsedAt!: string;
}

/** Who is signed in. */
@ObjectType({ description: 'The person who is signed in, as the shop knows them.' })
export class Customer {
  @NonPersonal('A random id that says nothing of a person.')
  @Field(() => ID, { description: 'An opaque id.' })
  id!: string;

  @Personal({ category: 'EMAIL', purposes: ACCOUNT_PURPOSES })
  @Field(() => PersonalText, { nullable: true, description: 'Where codes and confirmations go.' })
  email!: unknown;

  @Personal({ category: 'NAME', purposes: ACCOUNT_PURPOSES })
  @Field(() => PersonalText, {
    nullable: true,
    description: 'The name that is filled in for a parcel, if one was given.',
  })
  name!: unknown;

  @NonPersonal('One of three languages says nothing about a person.')
  @Field(() => Language, { description: 'The language of mails.' })
  language!: Language;

  @NonPersonal('It says that a password exists, and nothing of it.')
  @Field(() => Boolean, { description: 'Whether one can sign in by password.' })
  hasPassword!: boolean;

  @NonPersonal('Each of its fields is marked.')
  @Field(() => [AccountSession], { description: 'Where one is signed in, the present session first.' })
  sessions!: AccountSession[];
}
