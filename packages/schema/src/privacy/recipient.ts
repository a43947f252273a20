import { registerEnumType } from 'type-graphql';
import { describeValues, type Term } from './term.ts';

/** The only kinds of third party that may obtain a personal value (P5.2), and those who process for us (D13). */
export const Recipient = {
  LOGISTICS: 'LOGISTICS',
  PAYMENT_INSTITUTION: 'PAYMENT_INSTITUTION',
  PROCESSOR: 'PROCESSOR',
} as const;
export type Recipient = (typeof Recipient)[keyof typeof Recipient];

/** Each recipient's meaning, DPV term and clause. */
export const RECIPIENTS: Readonly<Record<Recipient, Term>> = {
  LOGISTICS: { description: 'The carrier that delivers the parcel.', dpv: 'dpv:ThirdParty', clause: 'P5.2' },
  PAYMENT_INSTITUTION: {
    description: 'The institution that settles the payment.',
    dpv: 'dpv:ThirdParty',
    clause: 'P5.2',
  },
  PROCESSOR: {
    description: 'Who works for us under contract: mail relay, key service, hosted database.',
    dpv: 'dpv:DataProcessor',
    clause: 'P5.1',
  },
};

registerEnumType(Recipient, {
  name: 'Recipient',
  description: 'The only kinds of third party that may obtain a personal value (P5.2).',
  valuesConfig: describeValues(RECIPIENTS),
});
