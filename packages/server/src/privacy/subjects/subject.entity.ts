import { defineEntity, p } from '@mikro-orm/core';

/**
 * Whom a subject is: one per guest order, a gift's recipient on their own, staff and partner contacts too (D5, D24). `CANARY` is nobody:
 * invented values that must never be found in clear (decision 015); no list, figure or export has them in it.
 */
export type SubjectKind = 'GUEST_ORDER' | 'GIFT_RECIPIENT' | 'CUSTOMER' | 'STAFF' | 'PARTNER_CONTACT' | 'CANARY';

/** `ERASING` once the intent to erase is committed; nothing is sealed for them from then on (D3). */
export type SubjectState = 'ACTIVE' | 'ERASING' | 'ERASED';

export const SubjectSchema = defineEntity({
  name: 'Subject',
  tableName: 'subject',
  properties: {
    id: p.uuid().primary(),
    kind: p.string().$type<SubjectKind>().length(32),
    state: p.string().$type<SubjectState>().length(16),
    createdAt: p.datetime(),
    /** Since when their data is kept and used for next to nothing (GDPR, article 18); null if it is not. */
    restrictedAt: p.datetime().nullable(),
  },
  // The living are walked through among any number of erased ones.
  indexes: [{ properties: ['state', 'id'] }],
});

/** The person that sealed values are about; holds nothing about them. */
export class Subject extends SubjectSchema.class {}
SubjectSchema.setClass(Subject);
