import type { EntityMetadata } from '@mikro-orm/core';
import type { SealedFieldName } from '../vault/field-registry.ts';
import { sealedPropertiesOf } from '../vault/sealed-property.ts';
import type { PrivacyRegistry } from './privacy-registry.ts';

/**
 * The sealed properties that erasure, download or retention does not cover, as `Order.email (order.email): retention`;
 * empty when the registries are complete (D22).
 */
export function unregisteredSealedProperties(metadata: Iterable<EntityMetadata>, registry: PrivacyRegistry): string[] {
  const covers = (list: readonly { readonly fields: readonly SealedFieldName[] }[], field: SealedFieldName) =>
    list.some(({ fields }) => fields.includes(field));
  return [...metadata].flatMap((meta) =>
    sealedPropertiesOf(meta).flatMap(({ property, field }) => {
      const own = registry.erasures.filter(({ entity }) => entity === meta.className);
      const lacks = [
        ...(covers(own, field) ? [] : ['erasure']),
        ...(registry.downloads.some(({ fields }) => fields[field]) ? [] : ['download']),
        ...(covers(registry.retentions, field) ? [] : ['retention']),
      ];
      return lacks.map((lack) => `${meta.className}.${property} (${field}): ${lack}`);
    }),
  );
}
