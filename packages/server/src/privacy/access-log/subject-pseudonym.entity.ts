import { defineEntity, p } from '@mikro-orm/core';

export const SubjectPseudonymSchema = defineEntity({
  name: 'SubjectPseudonym',
  tableName: 'subject_pseudonym',
  properties: {
    subjectId: p.uuid().primary(),
    /** Random; null once the subject is forgotten, so that nothing can be logged about them any more. */
    pseudonym: p.uuid().unique().nullable(),
    /** How many entries there are about the subject. */
    entries: p.integer(),
    /** Leaf hash of the last of them. */
    head: p.blob().nullable(),
  },
});

/** Which pseudonym stands for a subject; it dies with them (D8). */
export class SubjectPseudonym extends SubjectPseudonymSchema.class {}
SubjectPseudonymSchema.setClass(SubjectPseudonym);
