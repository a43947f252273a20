import type { ErasureRescan, LogCheckpoint } from '@barrier/schema/data-rights/erasure.type.ts';
import type { ErasureScope } from '@barrier/schema/data-rights/erasure-state.ts';
import type { Language } from '@barrier/schema/market/market.type.ts';
import { defineEntity, p } from '@mikro-orm/core';
import type { SubjectMeasure } from '../../privacy/erasure/measure-subjects.ts';
import type { RequestState } from './erasure-lifecycle.ts';

export const ErasureRequestSchema = defineEntity({
  name: 'ErasureRequest',
  tableName: 'erasure_request',
  properties: {
    /** Random, since it outlives whom it was about. */
    id: p.uuid().primary(),
    /** The subject of the account or of the order; null as soon as it is cancelled or their rows are gone. One request for each at a time. */
    subjectId: p.uuid().nullable().unique(),
    scope: p.string().$type<ErasureScope>().length(8),
    state: p.string().$type<RequestState>().length(16),
    language: p.string().$type<Language>().length(2),
    requestedAt: p.datetime(),
    /** Until when it can be cancelled; then it begins. */
    dueAt: p.datetime(),
    cancelledAt: p.datetime().nullable(),
    /** When the mail with the receipt was written. */
    mailedAt: p.datetime().nullable(),
    /** That mail; the erasure waits until the relay has it. */
    mailId: p.uuid().nullable(),
    /** What there was when it could not be stopped any more. */
    measure: p.json<SubjectMeasure>().nullable(),
    /** Where the subject's chain in the access log stood (D8). */
    checkpoint: p.json<LogCheckpoint>().nullable(),
    executedAt: p.datetime().nullable(),
    /** The last epoch that wrapped one of the keys; final when it is destroyed (D1). */
    keyEpoch: p.integer().nullable(),
    /** How often it was looked whether anything is left. */
    scans: p.integer(),
    rescan: p.json<ErasureRescan>().nullable(),
  },
});

/** An erasure that somebody asked for; once it is executed it is the receipt, and about nobody. */
export class ErasureRequest extends ErasureRequestSchema.class {}
ErasureRequestSchema.setClass(ErasureRequest);
