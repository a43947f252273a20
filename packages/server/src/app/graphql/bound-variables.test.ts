import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestShop, type TestShop } from '../../../test/shop/open-test-shop.ts';

let test: TestShop;
beforeAll(async () => {
  test = await openTestShop();
});
afterAll(() => test.close());

const ask = async (query: string, variables: Record<string, unknown>) => {
  const response = await fetch(`${test.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const { errors = [] } = (await response.json()) as { errors?: { message: string; extensions: { code: string } }[] };
  return { status: response.status, messages: errors.map(({ message }) => message), code: errors[0]?.extensions.code };
};

const FILTERED = 'query ($f: ProductFilter) { products(filter: $f) { totalCount } }';

it('refuses an input with fields that its type does not have, by one short message', async () => {
  const wrong = Object.fromEntries(Array.from({ length: 5_000 }, (_, at) => [`testa${at}`, 1]));
  for (let sighting = 0; sighting < 3; sighting += 1) {
    const refused = await ask(FILTERED, { f: wrong });
    expect(refused.messages[0]?.length).toBeLessThan(200);
    expect(refused).toEqual({
      status: 400,
      code: 'BAD_USER_INPUT',
      messages: [expect.stringContaining('is not defined by type')],
    });
    expect((await ask(FILTERED, { f: { inStock: true } })).status).toBe(200);
  }
});

it('refuses more values than any input needs, and tells of few of many that are wrong', async () => {
  const many = await ask(FILTERED, { f: { ingredient: Array.from({ length: 1_001 }, () => 'aqua') } });
  expect(many).toMatchObject({ status: 400, messages: ['The variables hold more than 1000 values.'] });
  const wrong = await ask(FILTERED, { f: { concern: Array.from({ length: 900 }, () => 'X') } });
  expect(wrong).toMatchObject({ status: 400, code: 'BAD_USER_INPUT' });
  expect(wrong.messages.length).toBeLessThanOrEqual(50);
});

it('refuses a null where an argument takes none, whatever was asked before with the same document', async () => {
  const query = 'query ($l: Language) { countries(language: $l) { code } }';
  for (let sighting = 0; sighting < 3; sighting += 1) {
    expect((await ask(query, {})).status).toBe(200);
    expect(await ask(query, { l: null })).toMatchObject({ status: 400, code: 'BAD_USER_INPUT' });
  }
});
