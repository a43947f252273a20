import type { Category } from '@barrier/schema/privacy/category.ts';
import type { Purpose } from '@barrier/schema/privacy/purpose.ts';
import type { Recipient } from '@barrier/schema/privacy/recipient.ts';
import { defineEntity, p } from '@mikro-orm/core';

export const EgressAgreementSchema = defineEntity({
  name: 'EgressAgreement',
  tableName: 'egress_agreement',
  properties: {
    /** Permanent name, such as `own-mail-relay`. */
    key: p.string().length(64).primary(),
    /** The partner or processor. */
    party: p.string().length(255),
    recipient: p.string().$type<Recipient>().length(32),
    purposes: p.json<Purpose[]>(),
    categories: p.json<Category[]>(),
    /** Day of signature (ISO 8601 date). */
    signedOn: p.date(),
    /** Last day in force. */
    validUntil: p.date(),
    /** The day by which the party is to be assessed again; overdue, the agreement rests (P5.4). */
    assessmentDue: p.date(),
    /** Day on which it was ended before its time. */
    revokedOn: p.date().nullable(),
  },
});

/** A signed confidentiality agreement: who may receive which categories for which purposes, until when (P5.3). */
export class EgressAgreement extends EgressAgreementSchema.class {}
EgressAgreementSchema.setClass(EgressAgreement);
