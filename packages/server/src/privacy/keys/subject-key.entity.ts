import { defineEntity, p } from '@mikro-orm/core';

export const SubjectKeySchema = defineEntity({
  name: 'SubjectKey',
  tableName: 'subject_key',
  properties: {
    id: p.uuid().primary(),
    subjectId: p.uuid().unique(),
    /** The data key, encrypted by the key provider under the epoch's key. */
    wrappedKey: p.blob(),
    epoch: p.integer().index(),
    /** Raised by each re-wrapping, so that two that meet cannot undo each other. */
    generation: p.integer(),
    /** ISO 8601, milliseconds, UTC; as text, since the store is read and written without entities. */
    createdAt: p.string().length(24).index(),
  },
});

/** The wrapped data key of a subject. */
export class SubjectKey extends SubjectKeySchema.class {}
SubjectKeySchema.setClass(SubjectKey);
