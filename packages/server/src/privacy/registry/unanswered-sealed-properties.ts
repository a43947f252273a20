import type { Marking } from '@barrier/schema/privacy/read-marks.ts';
import type { EntityMetadata } from '@mikro-orm/core';
import { sealedField } from '../vault/field-registry.ts';
import { sealedPropertiesOf } from '../vault/sealed-property.ts';

/**
 * The sealed properties that answer to no `@personal` field of the schema, as `Order.email (order.email)`; empty when every stored
 * personal value is declared where it enters or is answered (D22).
 */
export function unansweredSealedProperties(metadata: Iterable<EntityMetadata>, markings: readonly Marking[]): string[] {
  const personal = new Set(markings.flatMap(({ coordinate, personal: mark }) => (mark ? [coordinate] : [])));
  return [...metadata].flatMap((meta) =>
    sealedPropertiesOf(meta).flatMap(({ property, field }) =>
      sealedField(field).personal.some((coordinate) => personal.has(coordinate))
        ? []
        : [`${meta.className}.${property} (${field})`],
    ),
  );
}
