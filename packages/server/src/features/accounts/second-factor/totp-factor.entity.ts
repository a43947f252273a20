import { defineEntity, p } from '@mikro-orm/core';
import { sealedProperty } from '../../../privacy/vault/sealed-property.ts';
import { AccountSchema } from '../account.entity.ts';

export const TotpFactorSchema = defineEntity({
  name: 'TotpFactor',
  tableName: 'totp_factor',
  properties: {
    id: p.uuid().primary(),
    /** An account has one. */
    account: () => p.manyToOne(AccountSchema).deleteRule('cascade').unique(),
    subjectId: p.uuid().index(),
    /** The secret that the authenticator app has too (base32). */
    secret: sealedProperty<string>('totp.secret'),
    /** Null until a first code has shown that the app has it: before that it is asked of nobody. */
    confirmedOn: p.string().length(10).nullable(),
    /** Until when it can be confirmed; null once it is. */
    expiresAt: p.datetime().nullable().index(),
    /**
     * The time step of the last code that was taken, or 0: it is good once. Which half minute somebody signed in at is nobody's business any
     * longer than such a code could be used again; then it is set back.
     */
    lastStep: p.integer(),
  },
});

/** An authenticator app (RFC 6238) that an account asks for. */
export class TotpFactor extends TotpFactorSchema.class {}
TotpFactorSchema.setClass(TotpFactor);
