import { expect, it } from 'vitest';
import { SEALED_FIELDS } from './field-registry.ts';

/** What was ever sealed: id, category. Add a line for a new field; never change or take away one that has landed (D21). */
const FROZEN = [
  [1, 'EMAIL'],
  [2, 'NAME'],
  [3, 'PHONE'],
  [4, 'DELIVERY_ADDRESS'],
  [5, 'ORDER_RECORD'],
  [6, 'PAYMENT_REFERENCE'],
  [7, 'MESSAGE'],
  [8, 'EMAIL'],
  [9, 'NAME'],
  [10, 'CREDENTIAL'],
  [11, 'CREDENTIAL'],
  [31, 'CONSENT'],
  [32, 'CONSENT'],
  [33, 'CONSENT'],
  [40, 'EMAIL'],
  [41, 'NAME'],
  [42, 'DELIVERY_ADDRESS'],
  [43, 'PHONE'],
  [50, 'CREDENTIAL'],
  [51, 'CREDENTIAL'],
  [52, 'CREDENTIAL'],
  [53, 'CREDENTIAL'],
  [12, 'MESSAGE'],
];

it('The permanent ids of sealed fields are those of the frozen list, each once', () => {
  const registered = Object.values(SEALED_FIELDS).map(({ id, category }) => [id, category]);
  expect(registered).toEqual(FROZEN);
  expect(new Set(FROZEN.map(([id]) => id)).size).toBe(FROZEN.length);
});
