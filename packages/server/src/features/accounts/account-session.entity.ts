import { defineEntity, p } from '@mikro-orm/core';
import { sealedProperty } from '../../privacy/vault/sealed-property.ts';
import { AccountSchema } from './account.entity.ts';

export const AccountSessionSchema = defineEntity({
  name: 'AccountSession',
  tableName: 'account_session',
  properties: {
    id: p.uuid().primary(),
    account: () => p.manyToOne(AccountSchema).deleteRule('cascade').index(),
    subjectId: p.uuid().index(),
    /** SHA-256 of the random token, hex. */
    tokenHash: p.string().length(64).unique(),
    device: sealedProperty<string>('session.device').nullable(),
    createdAt: p.datetime(),
    /** When its holder last proved who they are: what is irreversible asks for a fresh proof. */
    provedAt: p.datetime(),
    /** To the hour: more would be a record of somebody's days. */
    lastUsedAt: p.datetime(),
    expiresAt: p.datetime().index(),
  },
});

/** A device on which somebody is signed in; the token stands in its cookie alone. */
export class AccountSession extends AccountSessionSchema.class {}
AccountSessionSchema.setClass(AccountSession);
