import { defineEntity, p } from '@mikro-orm/core';
import { AccountSchema } from '../accounts/account.entity.ts';

export const SignalObjectionSchema = defineEntity({
  name: 'SignalObjection',
  tableName: 'signal_objection',
  properties: {
    subjectId: p.uuid().primary(),
    account: () => p.manyToOne(AccountSchema).deleteRule('cascade').index(),
  },
});

/** That a browser of a person has objected for them. It counts once: what they decide after it is the later word. */
export class SignalObjection extends SignalObjectionSchema.class {}
SignalObjectionSchema.setClass(SignalObjection);
