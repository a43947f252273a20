import { defineEntity, p } from '@mikro-orm/core';

export const FetchedPictureSchema = defineEntity({
  name: 'FetchedPicture',
  tableName: 'fetched_picture',
  properties: {
    /** Where it is published. */
    url: p.text().primary(),
    /** What its host called this state of it; null if it called it nothing. */
    etag: p.text().nullable(),
    /** SHA-256 of what was fetched; its beginning names the files. */
    digest: p.string().length(64),
    width: p.integer(),
    height: p.integer(),
    /** What is shown until it has come: a data URL. */
    placeholder: p.text(),
    /** The catalogue version at which it last changed. */
    catalogueVersion: p.integer().index(),
  },
});

/** A picture of an imported product that the shop has a copy of. */
export class FetchedPicture extends FetchedPictureSchema.class {}
FetchedPictureSchema.setClass(FetchedPicture);
