import type { EntityClass } from '@mikro-orm/core';
import { type ReadRow, type RowKey, readRow } from '../../platform/orm/find-row.ts';
import type { Store } from '../../platform/orm/store.ts';
import { bindRow, type SealedRow } from './sealed-hydrator.ts';
import { sealedPropertiesOf } from './sealed-property.ts';

/** Reads a row as `readRow` does, its sealed values bound to it as those of an entity are, so that they open. */
export async function readSealedRow<Entity extends object>(
  store: Store,
  entity: EntityClass<Entity>,
  key: RowKey<Entity>,
): Promise<ReadRow<Entity> | null> {
  const row = await readRow(store, entity, key);
  if (row) bindRow(row as SealedRow, sealedPropertiesOf(store.em.getMetadata().get<Entity>(entity)));
  return row;
}
