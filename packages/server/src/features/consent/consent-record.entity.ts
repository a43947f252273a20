import type { ConsentMeans, ConsentPurpose, ConsentState } from '@barrier/schema/consent/consent-vocabulary.ts';
import type { Language } from '@barrier/schema/market/market.type.ts';
import { defineEntity, p } from '@mikro-orm/core';
import { sealedProperty } from '../../privacy/vault/sealed-property.ts';
import { AccountSchema } from '../accounts/account.entity.ts';

/** When and how somebody decided. */
export interface Decision {
  /** ISO 8601. */
  readonly at: string;
  readonly means: ConsentMeans;
}

/** That somebody agreed: to which words, too. */
export interface Agreement extends Decision {
  readonly version: number;
  readonly language: Language;
}

export const ConsentRecordSchema = defineEntity({
  name: 'ConsentRecord',
  tableName: 'consent_record',
  properties: {
    /** Random, as ISO/IEC TS 27560 recommends: it stands on receipts and tells nothing of when. */
    id: p.uuid().primary(),
    subjectId: p.uuid(),
    account: () => p.manyToOne(AccountSchema).deleteRule('cascade').index(),
    purpose: p.string().$type<ConsentPurpose>().length(32),
    /** In clear, so that whoever has not agreed is never opened to find that out. At most one is GIVEN of each purpose. */
    state: p.string().$type<ConsentState>().length(16),
    /** Day of the end (ISO 8601 date), for retention to count from. */
    endedOn: p.string().length(10).nullable().index(),
    /** SHA-256 of the token in the links of mails, hex; null for what was never given. */
    tokenHash: p.string().length(64).nullable().unique(),
    given: sealedProperty<Agreement>('consent.given').nullable(),
    ended: sealedProperty<Decision>('consent.ended').nullable(),
    unsubscribeToken: sealedProperty<string>('consent.unsubscribeToken').nullable(),
  },
  indexes: [{ properties: ['subjectId', 'purpose'] }, { properties: ['purpose', 'state', 'id'] }],
});

/** A consent from its giving to its end, or that one was refused: what, in which words, when, how (ISO/IEC TS 27560). */
export class ConsentRecord extends ConsentRecordSchema.class {}
ConsentRecordSchema.setClass(ConsentRecord);
