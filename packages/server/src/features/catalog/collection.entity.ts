import { defineEntity, p } from '@mikro-orm/core';
import type { LocalisedText } from './localised-text.ts';

export const CollectionSchema = defineEntity({
  name: 'Collection',
  tableName: 'collection',
  properties: {
    handle: p.string().length(255).primary(),
    kind: p.string().$type<'CATEGORY' | 'COLLECTION'>().length(16),
    position: p.integer(),
    title: p.json<LocalisedText>(),
    description: p.json<LocalisedText>(),
    catalogueVersion: p.integer().index(),
  },
});

/** A category of the assortment or an editorial collection as it is stored. */
export class Collection extends CollectionSchema.class {}
CollectionSchema.setClass(Collection);
