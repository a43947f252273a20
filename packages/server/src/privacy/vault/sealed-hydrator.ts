import { type EntityData, type EntityFactory, type EntityMetadata, ObjectHydrator } from '@mikro-orm/core';
import { Sealed } from './sealed.ts';
import { sealedPropertiesOf } from './sealed-property.ts';

/** A row with sealed properties. */
export interface SealedRow {
  readonly id?: string;
  readonly subjectId?: string;
  readonly [property: string]: unknown;
}

/**
 * Binds each sealed value to the row it is loaded from, however it is loaded: found, joined, refreshed or merged. A row loaded
 * without its id or subject leaves its values unbound, and they do not open.
 */
export class SealedHydrator extends ObjectHydrator {
  readonly #sealed = new WeakMap<object, ReturnType<typeof sealedPropertiesOf>>();

  override hydrate<T extends object>(
    entity: T,
    meta: EntityMetadata<T>,
    data: EntityData<T>,
    factory: EntityFactory,
    type: 'full' | 'reference',
    ...rest: [
      newEntity?: boolean,
      convertCustomTypes?: boolean,
      schema?: string,
      parentSchema?: string,
      normalizeAccessors?: boolean,
    ]
  ): void {
    super.hydrate(entity, meta, data, factory, type, ...rest);
    const properties = this.#sealedOf(meta);
    if (properties.length > 0) bindRow(entity as SealedRow, properties);
  }

  #sealedOf<T extends object>(meta: EntityMetadata<T>): ReturnType<typeof sealedPropertiesOf> {
    let properties = this.#sealed.get(meta);
    if (!properties) {
      properties = sealedPropertiesOf(meta);
      this.#sealed.set(meta, properties);
    }
    return properties;
  }
}

/** Binds the sealed values of a row to it. */
export function bindRow(row: SealedRow, properties: ReturnType<typeof sealedPropertiesOf>): void {
  if (typeof row.id !== 'string' || typeof row.subjectId !== 'string') return;
  for (const { property, field } of properties) {
    const value = row[property];
    if (value instanceof Sealed) value.bind({ field, rowId: row.id, subjectId: row.subjectId });
  }
}
