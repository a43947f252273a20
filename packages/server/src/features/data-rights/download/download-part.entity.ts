import { defineEntity, p } from '@mikro-orm/core';
import { sealedProperty } from '../../../privacy/vault/sealed-property.ts';
import { DataDownloadSchema } from './data-download.entity.ts';
import type { PartContent } from './part-content.ts';

export const DownloadPartSchema = defineEntity({
  name: 'DownloadPart',
  tableName: 'download_part',
  properties: {
    id: p.uuid().primary(),
    download: () => p.manyToOne(DataDownloadSchema).deleteRule('cascade').index(),
    /** Whom it is about: it goes with them, also out of a copy that somebody with further subjects asked for. */
    subjectId: p.uuid().index(),
    position: p.integer(),
    /** Null until it is copied. */
    content: sealedProperty<PartContent>('download.content').nullable(),
  },
});

/** What a copy holds about one subject, sealed under that subject's own key. */
export class DownloadPart extends DownloadPartSchema.class {}
DownloadPartSchema.setClass(DownloadPart);
