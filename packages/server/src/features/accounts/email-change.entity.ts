import { defineEntity, p } from '@mikro-orm/core';
import { sealedProperty } from '../../privacy/vault/sealed-property.ts';
import { AccountSchema } from './account.entity.ts';

export const EmailChangeSchema = defineEntity({
  name: 'EmailChange',
  tableName: 'email_change',
  properties: {
    id: p.uuid().primary(),
    /** One at a time: a new one takes the place of the one before. */
    account: () => p.manyToOne(AccountSchema).deleteRule('cascade'),
    subjectId: p.uuid().index(),
    newEmail: sealedProperty<string>('account.newEmail'),
    /** HMAC of change and code, hex; null until the code is mailed, and for good where the address is another account's. */
    codeHash: p.string().length(64).nullable(),
    /** How often a code was entered. */
    attempts: p.integer(),
    expiresAt: p.datetime().index(),
  },
  uniques: [{ properties: ['account'] }],
});

/** That mail to an account is to go elsewhere, once a code has come from there. */
export class EmailChange extends EmailChangeSchema.class {}
EmailChangeSchema.setClass(EmailChange);
