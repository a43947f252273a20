import type { Language } from '@barrier/schema/market/market.type.ts';
import { defineEntity, p } from '@mikro-orm/core';
import { sealedProperty } from '../../privacy/vault/sealed-property.ts';
import type { PasswordHash } from './password-hash.ts';

/**
 * `UNCONFIRMED`: nobody has proven yet to own the address; it is found by no sign-in and goes after a week. `DECOY`: the
 * canary's, whose password is tried where the address is unknown, so that an attempt costs the same (D20); nobody signs in to it.
 */
export type AccountState = 'UNCONFIRMED' | 'ACTIVE' | 'DECOY';

export const AccountSchema = defineEntity({
  name: 'Account',
  tableName: 'account',
  properties: {
    /** Also the person's id: other subjects are linked to it after proof (D5). */
    id: p.uuid().primary(),
    subjectId: p.uuid().unique(),
    state: p.string().$type<AccountState>().length(16).index(),
    language: p.string().$type<Language>().length(2),
    createdAt: p.datetime(),
    confirmedAt: p.datetime().nullable(),
    /** Day of the last use (ISO 8601 date), for retention to count from. */
    lastUsedOn: p.string().length(10).index(),
    /** How often its holder was told since then that it goes if nobody uses it. */
    noticesSent: p.integer().default(0),
    /** Blind index of the address (D2); several unconfirmed accounts may have the same. */
    emailIndex: p.string().length(64).index(),
    /** The same once the address is confirmed: then it is nobody else's. */
    confirmedIndex: p.string().length(64).nullable().unique(),
    email: sealedProperty<string>('account.email'),
    name: sealedProperty<string>('account.name').nullable(),
    passwordHash: sealedProperty<PasswordHash>('account.passwordHash').nullable(),
    /** Whether a passkey is asked for after a password or a mailed code; as long as there is one. */
    passkeyRequired: p.boolean().default(false),
  },
});

/** A customer's account: whom the shop mails, and how they prove who they are. */
export class Account extends AccountSchema.class {}
AccountSchema.setClass(Account);
