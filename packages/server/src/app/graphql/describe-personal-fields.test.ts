import { readMarks } from '@barrier/schema/privacy/read-marks.ts';
import {
  buildClientSchema,
  getIntrospectionQuery,
  type IntrospectionQuery,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestShop, type TestShop } from '../../../test/shop/open-test-shop.ts';
import { servedSchema } from './build-schema.ts';

let test: TestShop;
beforeAll(async () => {
  test = await openTestShop();
});
afterAll(() => test.close());

it('Whoever explores the schema is told of each personal field and argument what it is and what for', async () => {
  const response = await fetch(`${test.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: getIntrospectionQuery() }),
  });
  const { data } = (await response.json()) as { data: IntrospectionQuery };
  const explored = buildClientSchema(data);
  const told = new Map<string, string>();
  for (const type of Object.values(explored.getTypeMap())) {
    const fields = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
    for (const field of fields) {
      told.set(`${type.name}.${field.name}`, field.description ?? '');
      for (const arg of field.args) told.set(`${type.name}.${field.name}(${arg.name})`, arg.description ?? '');
    }
    const inputs = isInputObjectType(type) ? Object.values(type.getFields()) : [];
    for (const field of inputs) told.set(`${type.name}.${field.name}`, field.description ?? '');
  }
  const personal = readMarks(servedSchema('public')).filter((marking) => marking.personal);
  expect(personal.length).toBeGreaterThan(10);
  const untold = personal.filter(({ coordinate, personal: mark }) => {
    const parts = told.get(coordinate)?.split(`Personal: ${mark?.category}, for `);
    return parts?.length !== 2 || !mark?.purposes.every((purpose) => parts[1]?.includes(purpose));
  });
  expect(untold).toEqual([]);
  const order = explored.getType('Order');
  expect(isObjectType(order) && order.getFields().email?.description).toMatch(
    /\. Personal: EMAIL, for \w+(, \w+)*,? and \w+\.$/,
  );
});
