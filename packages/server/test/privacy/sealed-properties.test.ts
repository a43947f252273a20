import { readMarks } from '@barrier/schema/privacy/read-marks.ts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { wholeSchema } from '../../src/app/graphql/build-schema.ts';
import { fillPrivacyRegistry } from '../../src/app/registries.ts';
import { storeOptions } from '../../src/app/stores.ts';
import { openStore, type Store } from '../../src/platform/orm/store.ts';
import { unansweredSealedProperties } from '../../src/privacy/registry/unanswered-sealed-properties.ts';
import { unregisteredSealedProperties } from '../../src/privacy/registry/unregistered-sealed-properties.ts';
import { SEALED_FIELDS } from '../../src/privacy/vault/field-registry.ts';
import { sealedPropertiesOf } from '../../src/privacy/vault/sealed-property.ts';

/** A mail is a message; what it is written to and about enters with the address that it goes to. */
const MAIL = 'PlaceOrderInput.email';

let main: Store;
beforeAll(async () => {
  const url = 'sqlite::memory:';
  main = await openStore(storeOptions('main', { mainUrl: url, keysUrl: url, logUrl: url }));
});
afterAll(() => main.close(true));
const metadata = () => [...main.getMetadata().getAll().values()];

it('Every sealed property of the shop is erased, downloaded and kept by a rule (D22)', () => {
  expect(unregisteredSealedProperties(metadata(), fillPrivacyRegistry())).toEqual([]);
});

it('Every sealed property answers to a personal field that the schema has (D22)', () => {
  expect(unansweredSealedProperties(metadata(), readMarks(wholeSchema()))).toEqual([]);
});

it('Every personal field that a sealed field names exists, and is of its category', () => {
  const categories = new Map(
    readMarks(wholeSchema()).map(({ coordinate, personal }) => [coordinate, personal?.category]),
  );
  const wrong = Object.values(SEALED_FIELDS).flatMap(({ category, personal }) =>
    personal.filter((coordinate) => coordinate !== MAIL && categories.get(coordinate) !== category),
  );
  expect(wrong).toEqual([]);
  expect(categories.get(MAIL)).toBe('EMAIL');
});

it('Every sealed property belongs to an entity whose rows say whom they are about', () => {
  const sealed = metadata().filter((meta) => sealedPropertiesOf(meta).length > 0);
  expect(sealed.length).toBeGreaterThan(0);
  for (const meta of sealed) {
    expect([meta.className, 'id' in meta.properties, 'subjectId' in meta.properties]).toEqual([
      meta.className,
      true,
      true,
    ]);
  }
});

it('No two properties share a sealed field, and no field is registered for nothing', () => {
  const used = metadata().flatMap((meta) => sealedPropertiesOf(meta).map(({ field }) => field));
  expect(used.sort()).toEqual(Object.keys(SEALED_FIELDS).sort());
});
