import { defineEntity, p } from '@mikro-orm/core';
import { sealedProperty } from '../../../privacy/vault/sealed-property.ts';
import { AccountSchema } from '../account.entity.ts';

/** What the shop keeps of a passkey to know it again. Bytes are base64url. */
export interface PasskeyCredential {
  /** A COSE key. */
  readonly publicKey: string;
  /** Under what the authenticator keeps the account; it hands it over when it signs in. */
  readonly userHandle: string;
}

export const PasskeySchema = defineEntity({
  name: 'Passkey',
  tableName: 'passkey',
  properties: {
    id: p.uuid().primary(),
    account: () => p.manyToOne(AccountSchema).deleteRule('cascade').index(),
    subjectId: p.uuid().index(),
    /** Keyed hash of the credential's id, to find it by (D2). */
    credentialIndex: p.string().length(64).unique(),
    credentialId: sealedProperty<string>('passkey.credentialId'),
    credential: sealedProperty<PasskeyCredential>('passkey.credential'),
    /** What its owner calls it. */
    name: sealedProperty<string>('passkey.name'),
    /** What the authenticator counted at its last signature: one that counts less is a copy. Most count nothing, and stay at 0. */
    counter: p.bigint('number'),
    /** Days (ISO 8601 dates), for its owner to tell it from others. */
    createdOn: p.string().length(10),
    lastUsedOn: p.string().length(10).nullable(),
  },
});

/** A passkey (WebAuthn) that opens an account. */
export class Passkey extends PasskeySchema.class {}
PasskeySchema.setClass(Passkey);
