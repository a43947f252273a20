import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { NonPersonal } from '../privacy/marks.ts';

/** What a change of somebody's name, address or e-mail did to an order of theirs that is not dispatched yet (P6.2). */
export const OrderCorrection = {
  CORRECTED: 'CORRECTED',
  OTHER_VALUE: 'OTHER_VALUE',
  OTHER_COUNTRY: 'OTHER_COUNTRY',
  CLOSED: 'CLOSED',
} as const;
export type OrderCorrection = (typeof OrderCorrection)[keyof typeof OrderCorrection];

registerEnumType(OrderCorrection, {
  name: 'OrderCorrection',
  description: 'What a change did to an order that was not dispatched yet.',
  valuesConfig: {
    CORRECTED: { description: 'It has the new value; the old one is overwritten.' },
    OTHER_VALUE: { description: 'It was placed with another value than the one that was changed, and keeps it.' },
    OTHER_COUNTRY: {
      description: 'The new address is in another country than the one whose tax and postage were paid.',
    },
    CLOSED: { description: 'It went on its way, or ended, in the same moment.' },
  },
});

/** One order of a customer, and what became of it when a value of theirs was changed. */
@ObjectType({ description: 'An order that was not dispatched yet, and what a change did to it.' })
@NonPersonal('A random number that leads its customer alone to an order, and whether it was changed.')
export class CorrectedOrder {
  @Field(() => String, { description: 'The number of the order.' })
  number!: string;

  @Field(() => OrderCorrection, { description: 'Whether it has the new value, or why not.' })
  outcome!: OrderCorrection;
}
