import { defineEntity, p } from '@mikro-orm/core';

export const AccessEntrySchema = defineEntity({
  name: 'AccessEntry',
  tableName: 'access_entry',
  properties: {
    id: p.uuid().primary(),
    /** Position among all entries, from 1, without gaps, in the order of their commits. */
    sequence: p.bigint('number').unique(),
    /** ISO 8601, milliseconds, UTC. */
    at: p.string().length(24),
    viewerKind: p.string().length(16),
    viewerId: p.string().length(64).nullable(),
    role: p.string().length(32).nullable(),
    purpose: p.string().length(32),
    reason: p.string().length(32),
    caseId: p.string().length(64).nullable(),
    /** JSON array of strings. */
    coordinates: p.text(),
    /** Stands for the subject; who that is stands in `subject_pseudonym` as long as they are known (D8). */
    pseudonym: p.uuid(),
    /** Position among the entries about this subject, from 1, without gaps. */
    subjectSequence: p.integer(),
    /** Leaf hash of the subject's entry before this one, null for the first. */
    previousLeaf: p.blob().nullable(),
    /** SHA-256 over the entry and its salt; see `leaf.ts`. */
    leaf: p.blob(),
  },
  uniques: [{ properties: ['pseudonym', 'subjectSequence'] }],
});

/** One subject's part of one operation that opened values (D6). */
export class AccessEntry extends AccessEntrySchema.class {}
AccessEntrySchema.setClass(AccessEntry);
