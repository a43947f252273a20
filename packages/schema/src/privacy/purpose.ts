import { registerEnumType } from 'type-graphql';
import { describeValues, type Term } from './term.ts';

/** The only purposes a personal value may be used for (P3.2). Selling is no value of this type (P3.1). */
export const Purpose = {
  ORDER_PROCESSING: 'ORDER_PROCESSING',
  PAYMENT: 'PAYMENT',
  DELIVERY: 'DELIVERY',
  ORDER_VERIFICATION: 'ORDER_VERIFICATION',
  AFTER_SALES: 'AFTER_SALES',
  CUSTOMER_SERVICE: 'CUSTOMER_SERVICE',
  PRODUCT_NEWS: 'PRODUCT_NEWS',
  SERVICE_REMINDERS: 'SERVICE_REMINDERS',
  LEGAL_OBLIGATION: 'LEGAL_OBLIGATION',
  DATA_RIGHTS: 'DATA_RIGHTS',
  SECURITY: 'SECURITY',
} as const;
export type Purpose = (typeof Purpose)[keyof typeof Purpose];

/** The ground in law (GDPR article 6) that a purpose rests on. */
export const LegalGround = {
  CONTRACT: 'CONTRACT',
  CONSENT: 'CONSENT',
  LEGAL_OBLIGATION: 'LEGAL_OBLIGATION',
  LEGITIMATE_INTEREST: 'LEGITIMATE_INTEREST',
} as const;
export type LegalGround = (typeof LegalGround)[keyof typeof LegalGround];

/** Each legal ground's meaning, DPV term and clause. */
export const LEGAL_GROUNDS: Readonly<Record<LegalGround, Term>> = {
  CONTRACT: { description: 'Needed to carry out the order.', dpv: 'eu-gdpr:A6-1-b', clause: 'P2.1' },
  CONSENT: { description: 'Only with your consent, which you can withdraw.', dpv: 'eu-gdpr:A6-1-a', clause: 'P3.2' },
  LEGAL_OBLIGATION: { description: 'Required by law.', dpv: 'eu-gdpr:A6-1-c', clause: 'P4.5' },
  LEGITIMATE_INTEREST: { description: 'Needed to keep the shop safe.', dpv: 'eu-gdpr:A6-1-f', clause: 'P4.4' },
};

/** A purpose, with the legal ground on which it stands. */
export interface PurposeTerm extends Term {
  readonly ground: LegalGround;
}

/** Each purpose's meaning, ground, DPV term and clause. */
export const PURPOSES: Readonly<Record<Purpose, PurposeTerm>> = {
  ORDER_PROCESSING: {
    description: 'To take and complete the order.',
    dpv: 'dpv:CustomerOrderManagement',
    clause: 'P3.2',
    ground: 'CONTRACT',
  },
  PAYMENT: {
    description: 'To settle the payment with the payment institution.',
    dpv: 'dpv:PaymentManagement',
    clause: 'P5.2',
    ground: 'CONTRACT',
  },
  DELIVERY: { description: 'To deliver the parcel.', dpv: 'dpv:DeliveryOfGoods', clause: 'P3.2', ground: 'CONTRACT' },
  ORDER_VERIFICATION: {
    description: 'To make sure that the order is real and yours.',
    dpv: 'dpv:IdentityVerification',
    clause: 'P3.2',
    ground: 'CONTRACT',
  },
  AFTER_SALES: {
    description: 'To handle returns, refunds and faulty goods.',
    dpv: 'dpv:CustomerClaimsManagement',
    clause: 'P3.2',
    ground: 'CONTRACT',
  },
  CUSTOMER_SERVICE: {
    description: 'To answer what you ask us.',
    dpv: 'dpv:CustomerCare',
    clause: 'P3.2',
    ground: 'CONTRACT',
  },
  PRODUCT_NEWS: {
    description: 'To send product news, if you asked for them.',
    dpv: 'dpv:DirectMarketing',
    clause: 'P3.2',
    ground: 'CONSENT',
  },
  SERVICE_REMINDERS: {
    description: 'To send reminders, if you asked for them.',
    dpv: 'dpv:PersonalisedServiceProvision',
    clause: 'P3.2',
    ground: 'CONSENT',
  },
  LEGAL_OBLIGATION: {
    description: 'To keep the records that tax and product-safety law require.',
    dpv: 'dpv:LegalCompliance',
    clause: 'P4.5',
    ground: 'LEGAL_OBLIGATION',
  },
  DATA_RIGHTS: {
    description: 'To answer a request about your own data.',
    dpv: 'dpv:RightsFulfillment',
    clause: 'P6.1',
    ground: 'LEGAL_OBLIGATION',
  },
  SECURITY: {
    description: 'To keep accounts and records safe.',
    dpv: 'dpv:EnforceSecurity',
    clause: 'P4.4',
    ground: 'LEGITIMATE_INTEREST',
  },
};

registerEnumType(Purpose, {
  name: 'Purpose',
  description: 'The only purposes a personal value may be used for (P3.2).',
  valuesConfig: describeValues(PURPOSES),
});
registerEnumType(LegalGround, {
  name: 'LegalGround',
  description: 'The ground in law that a purpose rests on (GDPR article 6).',
  valuesConfig: describeValues(LEGAL_GROUNDS),
});
