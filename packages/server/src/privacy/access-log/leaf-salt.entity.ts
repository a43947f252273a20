import { defineEntity, p } from '@mikro-orm/core';

export const LeafSaltSchema = defineEntity({
  name: 'LeafSalt',
  tableName: 'leaf_salt',
  properties: {
    /** The entry's global sequence number. */
    sequence: p.bigint('number').primary().autoincrement(false),
    /** 16 random bytes. */
    salt: p.blob(),
  },
});

/** The random salt of a leaf, outside the tree: without it the leaf hash tells nothing of the entry (D8). */
export class LeafSalt extends LeafSaltSchema.class {}
LeafSaltSchema.setClass(LeafSalt);
