import { defineEntity, p } from '@mikro-orm/core';

export const SignInAttemptSchema = defineEntity({
  name: 'SignInAttempt',
  tableName: 'sign_in_attempt',
  properties: {
    id: p.uuid().primary(),
    /** Blind index of the address that was tried, known or not (D2). */
    addressIndex: p.string().length(64).index(),
    attemptedAt: p.datetime().index(),
  },
});

/** A failed sign-in by password; it counts for a quarter of an hour and is gone an hour later. */
export class SignInAttempt extends SignInAttemptSchema.class {}
SignInAttemptSchema.setClass(SignInAttempt);
