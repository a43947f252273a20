import { defineEntity, p } from '@mikro-orm/core';

export const DestroyedKeySchema = defineEntity({
  name: 'DestroyedKey',
  tableName: 'destroyed_key',
  properties: {
    subjectId: p.uuid().primary(),
    /** The last epoch that wrapped the key. */
    epoch: p.integer(),
    /** ISO 8601, milliseconds, UTC. */
    destroyedAt: p.string().length(24),
  },
});

/** That the key of a subject was destroyed: a main database restored from before is told by it whom it must not know any more. */
export class DestroyedKey extends DestroyedKeySchema.class {}
DestroyedKeySchema.setClass(DestroyedKey);
