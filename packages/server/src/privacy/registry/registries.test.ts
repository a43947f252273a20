import type { Marking } from '@barrier/schema/privacy/read-marks.ts';
import { beforeAll, expect, it } from 'vitest';
import { LetterSchema } from '../../../test/privacy/letter.entity.ts';
import { openStore, type Store } from '../../platform/orm/store.ts';
import type { SealedFieldName } from '../vault/field-registry.ts';
import type { DownloadField } from './download-registration.ts';
import { createPrivacyRegistry } from './privacy-registry.ts';
import { unansweredSealedProperties } from './unanswered-sealed-properties.ts';
import { unregisteredSealedProperties } from './unregistered-sealed-properties.ts';

const ALL: SealedFieldName[] = ['order.email', 'order.recipientName', 'order.phone', 'order.deliveryAddress'];
const WORDS = { EN: 'Letter', DE: 'Brief', ZH: '信' };
const LETTERS = {
  name: 'letters',
  title: WORDS,
  fields: Object.fromEntries(ALL.map((field) => [field, { label: WORDS }])) as Record<SealedFieldName, DownloadField>,
  facts: {},
  collect: async () => [],
};
const none = async () => [];
const nothing = async () => 0;

let store: Store;
beforeAll(async () => {
  store = await openStore({
    url: 'sqlite::memory:',
    entities: [LetterSchema],
    migrations: { sqlite: [], postgresql: [] },
  });
  return () => store.close(true);
});
const metadata = () => [...store.getMetadata().getAll().values()];

it('A sealed property that a registry does not cover is named with what it lacks', () => {
  const registry = createPrivacyRegistry();
  registry.registerErasure({ name: 'letters', entity: 'Letter', fields: ALL, erase: nothing });
  registry.registerDownload(LETTERS);
  registry.registerRetention({ name: 'letters', category: 'NAME', fields: ALL.slice(1), due: none, apply: nothing });
  expect(unregisteredSealedProperties(metadata(), registry)).toEqual(['Letter.email (order.email): retention']);
  registry.registerRetention({
    name: 'e-mails',
    category: 'EMAIL',
    fields: ['order.email'],
    due: none,
    apply: nothing,
  });
  expect(unregisteredSealedProperties(metadata(), registry)).toEqual([]);
});

it('A sealed property that nobody can download is named', () => {
  const registry = createPrivacyRegistry();
  registry.registerErasure({ name: 'letters', entity: 'Letter', fields: ALL, erase: nothing });
  registry.registerRetention({ name: 'letters', category: 'NAME', fields: ALL, due: none, apply: nothing });
  const { 'order.phone': _, ...fields } = LETTERS.fields;
  registry.registerDownload({ ...LETTERS, fields });
  expect(unregisteredSealedProperties(metadata(), registry)).toEqual(['Letter.phone (order.phone): download']);
});

it('The erasure of one entity does not cover the same field of another', () => {
  const registry = createPrivacyRegistry();
  registry.registerErasure({ name: 'orders', entity: 'Order', fields: ALL, erase: nothing });
  registry.registerDownload(LETTERS);
  registry.registerRetention({ name: 'letters', category: 'NAME', fields: ALL, due: none, apply: nothing });
  expect(unregisteredSealedProperties(metadata(), registry)).toHaveLength(4);
});

it('Nothing is registered twice', () => {
  const registry = createPrivacyRegistry();
  const control = {
    name: 'no plaintext',
    clause: 'P4.1',
    check: async () => ({ state: 'GREEN', finding: 'None.' }) as const,
  };
  registry.registerControl(control);
  expect(() => registry.registerControl(control)).toThrow('no plaintext is registered already');
});

it('A sealed property that answers to no personal field of the schema is named', () => {
  const marking = (coordinate: string): Marking => ({
    coordinate,
    direction: 'IN',
    personal: { category: 'EMAIL', purposes: ['ORDER_PROCESSING'] },
    because: null,
  });
  const markings = ['PlaceOrderInput.email', 'Order.recipientName', 'Order.phone', 'Order.address'].map(marking);
  expect(unansweredSealedProperties(metadata(), markings)).toEqual([]);
  expect(unansweredSealedProperties(metadata(), markings.slice(1))).toEqual(['Letter.email (order.email)']);
  const unmarked = markings.map((one) => ({ ...one, personal: null }));
  expect(unansweredSealedProperties(metadata(), unmarked)).toHaveLength(4);
});
