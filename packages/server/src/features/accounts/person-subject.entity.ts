import { defineEntity, p } from '@mikro-orm/core';

export const PersonSubjectSchema = defineEntity({
  name: 'PersonSubject',
  tableName: 'person_subject',
  properties: {
    /** A subject belongs to one person at most. */
    subjectId: p.uuid().primary(),
    accountId: p.uuid().index(),
    linkedAt: p.datetime(),
  },
});

/** That a subject, such as that of an order, is the person who has an account; nothing is sealed anew for it (D5). */
export class PersonSubject extends PersonSubjectSchema.class {}
PersonSubjectSchema.setClass(PersonSubject);
