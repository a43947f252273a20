import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestShop, type TestShop } from '../../../test/shop/open-test-shop.ts';
import { shelve } from '../../../test/shop/shelve.ts';

let test: TestShop;
beforeAll(async () => {
  test = await openTestShop();
  await shelve(test.shop);
  await shelve(test.shop);
});
afterAll(() => test.close());

const ask = async (body: string) => {
  const response = await fetch(`${test.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  return `${response.status} ${await response.text()}`;
};

const LIST = '{ totalCount nodes { slug } }';
const PLACED = '{ order { number } userErrors { code path } }';
const INPUT = JSON.stringify({
  email: 'testa@example.com',
  recipientName: 'Testa Mustermann',
  shippingOptionId: 'standard',
  address: { countryCode: 'DE', addressLine1: 'Musterweg 12' },
}).slice(1, -1);

/** Documents, each with the variables that it comes with, as they stand in a request. */
const ASKED: Readonly<Record<string, readonly string[]>> = {
  [`query ($v: Int! = 1) { products(first: $v) ${LIST} }`]: ['{}', 'null', '{"v":null}', '{"v":"1"}', '{"v":1.0}'],
  [`query ($v: Int) { products(first: $v) ${LIST} }`]: [
    '{}',
    '{"v":null}',
    '{"v":-1}',
    '{"v":2147483648}',
    '{"v":[1]}',
  ],
  [`query ($v: Market! = EU) { products(market: $v, first: 1) ${LIST} }`]: ['{}', '{"v":"eu"}', '{"v":"toString"}'],
  [`query ($v: Market) { products(market: $v, first: 1) ${LIST} }`]: ['{}', '{"v":null}', '{"v":"EU"}'],
  'query ($v: Language) { products(first: 1, language: $v) { totalCount } }': ['{"v":"US"}', '{"v":7}', '{"v":"DE"}'],
  'query ($v: Boolean! = true) { products { totalCount nodes @skip(if: $v) { slug } } }': [
    '{}',
    '{"v":false}',
    '{"v":0}',
  ],
  [`query ($v: ProductFilter) { products(filter: $v) ${LIST} }`]: [
    '{"v":{"vendor":"x"}}',
    '{"v":{"vendor":[null]}}',
    '{"v":{"__proto__":{"inStock":true}}}',
    '{"v":{"constructor":1}}',
    '{"v":[]}',
  ],
  [`query ($toString: Int) { products(first: $toString) ${LIST} }`]: ['{}', '{"toString":1}'],
  [`query ($constructor: Boolean) { products(filter: { inStock: $constructor }) ${LIST} }`]: ['{}'],
  [`query ($__proto__: Int = 1) { products(first: $__proto__) ${LIST} }`]: ['{}'],
  [`query ($__proto__: String) { products(query: $__proto__) ${LIST} }`]: [
    '{}',
    '{"__proto__":"x"}',
    '{"__proto__":{"a":1}}',
  ],
  [`mutation ($v: PlaceOrderInput!) { placeOrder(input: $v) ${PLACED} }`]: [
    `{"v":{${INPUT}}}`,
    `{"v":{${INPUT},"language":null}}`,
    `{"v":{${INPUT},"language":"XX","phone":5}}`,
    `{"v":{${INPUT},"__proto__":{"language":"EN"}}}`,
  ],
  '{ __proto__: __typename products { __proto__: totalCount nodes { __proto__: slug title } } }': ['{}'],
  '{ products { __proto__: nodes { title } totalCount } }': ['{}'],
};

describe('The fast execution', () => {
  it.each(Object.entries(ASKED).flatMap(([query, given]) => given.map((variables) => [query, variables] as const)))(
    'answers %s with %s by compiled code as before it is compiled',
    async (query, variables) => {
      // A document is compiled at its second sighting; these are the same to a reader and not to the hash.
      const fresh = `${query} # ${variables}`;
      const body = `{"query":${JSON.stringify(fresh)},"variables":${variables}}`;
      const first = await ask(body);
      expect(first).not.toContain('INTERNAL');
      expect([await ask(body), await ask(body)]).toEqual([first, first]);
    },
  );

  it('takes the default of a variable that may not be null', async () => {
    const query = `query ($first: Int! = 1) { products(first: $first) ${LIST} }`;
    for (let sighting = 1; sighting <= 3; sighting += 1) {
      expect(await ask(JSON.stringify({ query }))).toMatch(/^200 \{"data":\{"products":\{"totalCount":/);
    }
  });
});
