import { defineEntity, p } from '@mikro-orm/core';

export const SignInChallengeSchema = defineEntity({
  name: 'SignInChallenge',
  tableName: 'sign_in_challenge',
  properties: {
    id: p.uuid().primary(),
    /** SHA-256 of the random token, hex. */
    tokenHash: p.string().length(64).unique(),
    /** Null where the address has no account: the row is made all the same, so that nobody can tell (D20). */
    accountId: p.uuid().nullable(),
    subjectId: p.uuid().nullable().index(),
    /** HMAC of challenge and code, hex; null until the code is mailed. */
    codeHash: p.string().length(64).nullable(),
    /** How often a wrong code was entered. */
    attempts: p.integer(),
    expiresAt: p.datetime().index(),
  },
});

/** A sign-in by mailed code that is under way. */
export class SignInChallenge extends SignInChallengeSchema.class {}
SignInChallengeSchema.setClass(SignInChallenge);
