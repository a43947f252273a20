import { defineEntity, p } from '@mikro-orm/core';

export const CatalogueStateSchema = defineEntity({
  name: 'CatalogueState',
  tableName: 'catalogue_state',
  properties: {
    id: p.integer().primary().autoincrement(false),
    /** Raised in the transaction of each write to the catalogue. */
    version: p.integer(),
  },
});

/** The one row that counts the versions of the catalogue. */
export class CatalogueState extends CatalogueStateSchema.class {}
CatalogueStateSchema.setClass(CatalogueState);
