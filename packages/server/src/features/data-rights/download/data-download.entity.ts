import type { Language } from '@barrier/schema/market/market.type.ts';
import { defineEntity, p } from '@mikro-orm/core';

/**
 * `FETCHED`, `REPLACED` by a newer one and `FAILED` have no parts any more; the row counts among those of the day. `CANARY`: nobody asked
 * for it, and nobody can fetch it (decision 015).
 */
export type StoredDownloadState = 'BUILDING' | 'READY' | 'FETCHED' | 'REPLACED' | 'FAILED' | 'CANARY';

export const DataDownloadSchema = defineEntity({
  name: 'DataDownload',
  tableName: 'data_download',
  properties: {
    id: p.uuid().primary(),
    /** Who asked: the subject of an account, or that of an order. */
    subjectId: p.uuid().index(),
    state: p.string().$type<StoredDownloadState>().length(16),
    language: p.string().$type<Language>().length(2),
    requestedAt: p.datetime(),
    /** From then on it is refused, and erased by the next retention run. */
    expiresAt: p.datetime().index(),
    /** SHA-256 of the random token of its link, hex; null until there is one. */
    tokenHash: p.string().length(64).nullable().unique(),
    /** When somebody began to fetch it; given back if the connection breaks. */
    takenAt: p.datetime().nullable(),
  },
});

/** A copy of a person's data that they asked for. */
export class DataDownload extends DataDownloadSchema.class {}
DataDownloadSchema.setClass(DataDownload);
