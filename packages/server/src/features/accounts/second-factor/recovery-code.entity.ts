import { defineEntity, p } from '@mikro-orm/core';
import { AccountSchema } from '../account.entity.ts';

export const RecoveryCodeSchema = defineEntity({
  name: 'RecoveryCode',
  tableName: 'recovery_code',
  properties: {
    id: p.uuid().primary(),
    account: () => p.manyToOne(AccountSchema).deleteRule('cascade').index(),
    subjectId: p.uuid().index(),
    /** HMAC of account and code, hex. */
    codeHash: p.string().length(64).unique(),
  },
});

/** A recovery code that has not been used yet; one that has is gone. */
export class RecoveryCode extends RecoveryCodeSchema.class {}
RecoveryCodeSchema.setClass(RecoveryCode);
