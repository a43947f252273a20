import { registerEnumType } from 'type-graphql';
import { describeValues, type Term } from './term.ts';

/** The closed list of personal data categories (P2.2, D23). What fits none of them is not stored. */
export const Category = {
  NAME: 'NAME',
  EMAIL: 'EMAIL',
  PHONE: 'PHONE',
  DELIVERY_ADDRESS: 'DELIVERY_ADDRESS',
  ORDER_RECORD: 'ORDER_RECORD',
  PAYMENT_REFERENCE: 'PAYMENT_REFERENCE',
  MESSAGE: 'MESSAGE',
  CREDENTIAL: 'CREDENTIAL',
  CONSENT: 'CONSENT',
  PREFERENCE: 'PREFERENCE',
  BUSINESS_CONTACT: 'BUSINESS_CONTACT',
} as const;
export type Category = (typeof Category)[keyof typeof Category];

/** Each category's meaning, DPV term and clause. */
export const CATEGORIES: Readonly<Record<Category, Term>> = {
  NAME: { description: 'The name of the person who receives or orders.', dpv: 'pd:Name', clause: 'P2.2' },
  EMAIL: { description: 'The e-mail address for news of the order.', dpv: 'pd:EmailAddress', clause: 'P2.2' },
  PHONE: { description: 'The phone number a carrier calls to deliver.', dpv: 'pd:TelephoneNumber', clause: 'P2.2' },
  DELIVERY_ADDRESS: { description: 'Where the parcel goes.', dpv: 'pd:PhysicalAddress', clause: 'P2.2' },
  ORDER_RECORD: { description: 'What was ordered.', dpv: 'pd:Transactional', clause: 'P2.2' },
  PAYMENT_REFERENCE: {
    description: "The payment institution's reference, never card details.",
    dpv: 'pd:Transactional',
    clause: 'P2.4',
  },
  MESSAGE: {
    description: 'Mails about the order, and what was written to customer service, or by it.',
    dpv: 'pd:Communication',
    clause: 'P3.2',
  },
  CREDENTIAL: { description: 'What proves that it is you.', dpv: 'pd:Authenticating', clause: 'P6.1' },
  CONSENT: { description: 'What was agreed to, and what was refused.', dpv: 'dpv:ConsentRecord', clause: 'P7.2' },
  PREFERENCE: { description: 'Language and notification choices.', dpv: 'pd:Preference', clause: 'P6.5' },
  BUSINESS_CONTACT: {
    description: 'How a staff member or partner is reached at work.',
    dpv: 'pd:ProfessionalContact',
    clause: 'P4.2',
  },
};

registerEnumType(Category, {
  name: 'PersonalDataCategory',
  description: 'The closed list of categories of personal data that the shop may hold (P2.2).',
  valuesConfig: describeValues(CATEGORIES),
});
