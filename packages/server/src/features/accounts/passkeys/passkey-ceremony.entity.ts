import { defineEntity, p } from '@mikro-orm/core';

/** What a challenge was made for; an answer to one is none to another. */
export type CeremonyUse = 'CREATE' | 'SIGN_IN';

export const PasskeyCeremonySchema = defineEntity({
  name: 'PasskeyCeremony',
  tableName: 'passkey_ceremony',
  properties: {
    id: p.uuid().primary(),
    /** SHA-256 of the random challenge, hex. */
    challengeHash: p.string().length(64).unique(),
    use: p.string().$type<CeremonyUse>().length(16),
    /** Null while nobody has said who they are. */
    subjectId: p.uuid().nullable().index(),
    /** The session that adds a passkey. */
    sessionId: p.uuid().nullable(),
    /** The second factor that the passkey is to be. */
    secondFactorId: p.uuid().nullable(),
    expiresAt: p.datetime().index(),
  },
});

/** A challenge that an authenticator is to sign: it is answered once, whatever comes of it. */
export class PasskeyCeremony extends PasskeyCeremonySchema.class {}
PasskeyCeremonySchema.setClass(PasskeyCeremony);
