import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { PageInfo } from '../catalog/product-connection.type.ts';
import { NonPersonal } from '../privacy/marks.ts';

/** The kinds of viewer that the access log tells apart. */
export const HistoryViewer = { SUBJECT: 'SUBJECT', STAFF: 'STAFF', PARTNER: 'PARTNER', SYSTEM: 'SYSTEM' } as const;
export type HistoryViewer = (typeof HistoryViewer)[keyof typeof HistoryViewer];

registerEnumType(HistoryViewer, {
  name: 'HistoryViewer',
  description: 'Who looked at something, by kind.',
  valuesConfig: {
    SUBJECT: { description: 'The person that it is about.' },
    STAFF: { description: 'Somebody who works for the shop.' },
    PARTNER: { description: 'A carrier or payment institution.' },
    SYSTEM: { description: 'A program of the shop.' },
  },
});

const LOG =
  'The access log says who looked at which kind of value, never at which value; it is shown to the person alone.';

/** One entry of the access log about a person: who looked, when, what for, at what (P4.3, P6.1). */
@ObjectType({ description: 'One entry of the access log about somebody: who looked, when, what for and at what.' })
@NonPersonal(LOG)
export class AccessHistoryEntry {
  @Field(() => ID, { description: 'The id of the entry.' })
  id!: string;

  @Field(() => String, { description: 'When (ISO 8601).' })
  at!: string;

  @Field(() => HistoryViewer, { description: 'Who, by kind.' })
  viewer!: HistoryViewer;

  @Field(() => String, { description: 'Who, in words.' })
  viewerDescription!: string;

  @Field(() => String, { description: 'What for, in words: the purpose.' })
  purposeDescription!: string;

  @Field(() => String, { description: 'On what occasion, in words.' })
  reasonDescription!: string;

  @Field(() => [String], { description: 'At what: the categories, in words.' })
  categories!: string[];

  @Field(() => [String], { description: 'At what: the coordinates of the program, as the log has them.' })
  coordinates!: string[];

  @Field(() => Int, { description: 'The place of the entry in the chain of the account or order that it is about.' })
  position!: number;
}

/** A page of who looked. */
@ObjectType({ description: 'A page of who looked, newest first.' })
@NonPersonal(LOG)
export class AccessHistoryConnection {
  @Field(() => [AccessHistoryEntry], { description: 'The entries of the page.' })
  nodes!: AccessHistoryEntry[];

  @Field(() => Int, { description: 'How many entries there are.' })
  totalCount!: number;

  @Field(() => PageInfo, { description: 'Where the page stands in the list.' })
  pageInfo!: PageInfo;
}
