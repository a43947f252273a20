import { openStore } from '../../platform/orm/store.ts';
import { type SealedFieldName, sealedField } from '../../privacy/vault/field-registry.ts';
import { sealedPropertiesOf } from '../../privacy/vault/sealed-property.ts';
import { storeOptions } from '../stores.ts';

/** Where sealed values of a category stand. */
export interface SealedPlace {
  /** `Order.email`: entity and property. */
  readonly property: string;
  readonly field: SealedFieldName;
  readonly category: string;
}

/** Every sealed property of the entities, in order of their fields' permanent ids. */
export async function sealedPlaces(): Promise<SealedPlace[]> {
  const memory = 'sqlite::memory:';
  const store = await openStore(storeOptions('main', { mainUrl: memory, keysUrl: memory, logUrl: memory }));
  try {
    const places = [...store.getMetadata().getAll().values()].flatMap((meta) =>
      sealedPropertiesOf(meta).map(({ property, field }) => ({
        property: `${meta.className}.${property}`,
        field,
        category: sealedField(field).category,
      })),
    );
    return places.sort((one, other) => sealedField(one.field).id - sealedField(other.field).id);
  } finally {
    await store.close(true);
  }
}
