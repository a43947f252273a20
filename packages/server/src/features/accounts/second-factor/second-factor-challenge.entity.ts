import { defineEntity, p } from '@mikro-orm/core';

export const SecondFactorChallengeSchema = defineEntity({
  name: 'SecondFactorChallenge',
  tableName: 'second_factor_challenge',
  properties: {
    id: p.uuid().primary(),
    /** SHA-256 of the random token, hex. */
    tokenHash: p.string().length(64).unique(),
    accountId: p.uuid().index(),
    subjectId: p.uuid().index(),
    /** The session that is to be proven anew; null if somebody signs in. */
    sessionId: p.uuid().nullable(),
    /** How often a code was entered. */
    attempts: p.integer(),
    expiresAt: p.datetime().index(),
  },
});

/** A second factor that is asked for: the first was right. */
export class SecondFactorChallenge extends SecondFactorChallengeSchema.class {}
SecondFactorChallengeSchema.setClass(SecondFactorChallenge);
