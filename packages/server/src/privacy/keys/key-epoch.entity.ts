import { defineEntity, p } from '@mikro-orm/core';

/** `ACTIVE`: wraps new keys; there is one. `RETIRED`: its keys are being re-wrapped. `DESTROYED`: gone for good (D1). */
export type KeyEpochState = 'ACTIVE' | 'RETIRED' | 'DESTROYED';

export const KeyEpochSchema = defineEntity({
  name: 'KeyEpoch',
  tableName: 'key_epoch',
  properties: {
    number: p.integer().primary().autoincrement(false),
    state: p.string().$type<KeyEpochState>().length(16),
    /** ISO 8601, milliseconds, UTC. */
    createdAt: p.string().length(24),
    /** When its destruction is or becomes final at the provider (ISO 8601). */
    destroyedAt: p.string().length(24).nullable(),
  },
});

/** A period with a key-encryption key of its own. */
export class KeyEpoch extends KeyEpochSchema.class {}
KeyEpochSchema.setClass(KeyEpoch);
