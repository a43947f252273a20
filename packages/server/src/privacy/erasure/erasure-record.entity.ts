import { defineEntity, p } from '@mikro-orm/core';

export const ErasureRecordSchema = defineEntity({
  name: 'ErasureRecord',
  tableName: 'erasure_record',
  properties: {
    subjectId: p.uuid().primary(),
    /** When it was asked for; until it is executed it waits for what is under way, or for the next start. */
    requestedAt: p.datetime(),
    /** The last epoch that wrapped the key; the erasure is final when it is destroyed (D1). Null until the key is gone. */
    keyEpoch: p.integer().nullable().index(),
    /** When rows and wrapped key were gone. */
    executedAt: p.datetime().nullable(),
    /** The request that this was part of, until the re-scan of all of them; null afterwards, so that nothing says who belonged together. */
    batchId: p.uuid().nullable().index(),
  },
});

/** That and when a subject was erased; it says nothing else of them. */
export class ErasureRecord extends ErasureRecordSchema.class {}
ErasureRecordSchema.setClass(ErasureRecord);
