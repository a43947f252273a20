import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestShop, type TestShop } from '../../../test/shop/open-test-shop.ts';

let test: TestShop;
beforeAll(async () => {
  test = await openTestShop();
});
afterAll(() => test.close());

const NAME = 'Mustermann';
const CANARY = `Dr. Testa ${NAME}; Musterweg 12. "Hinterhof"`;
const PLACE = 'mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) { userErrors { code } } }';
const LIST = 'query ($first: Int!, $market: Market!) { products(first: $first, market: $market) { totalCount } }';
const literal = (input: string) => `mutation { placeOrder(input: ${input}) { userErrors { code } } }`;
const INPUT = {
  email: 'testa@example.com',
  recipientName: 'Testa',
  shippingOptionId: 'standard',
  address: { countryCode: 'DE', addressLine1: 'Musterweg 12' },
};

/** The message of the first error, at the first sighting of a document and when it is compiled. */
async function messages(query: string, variables: object = {}): Promise<string[]> {
  const found: string[] = [];
  for (let sighting = 0; sighting < 3; sighting += 1) {
    const response = await fetch(`${test.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    const text = await response.text();
    expect(response.status).toBe(400);
    expect(text).not.toContain(NAME);
    expect(text).not.toContain('Musterweg');
    expect(text).not.toContain('Hinterhof');
    found.push((JSON.parse(text) as { errors: { message: string }[] }).errors[0]?.message ?? '');
  }
  return found;
}

describe('An error about what was sent', () => {
  it.each<[string, unknown, RegExp]>([
    [
      'a field that the schema does not know',
      { ...INPUT, [CANARY]: 'name' },
      /field is not defined by type "?PlaceOrderInput/,
    ],
    [
      'one below',
      { ...INPUT, address: { ...INPUT.address, [CANARY]: 1 } },
      /field is not defined by type "?AddressInput/,
    ],
    ['one whose name is like a known one', { ...INPUT, recipientNam: CANARY }, /field is not defined/],
    ['a text for an object', CANARY, /to be an object/],
    ['an object for a text', { ...INPUT, recipientName: { [CANARY]: CANARY } }, /String cannot represent/],
    ['a text for an enum', { ...INPUT, language: CANARY }, /does not exist in "Language" enum|Expected type Language/],
    ['a missing field', { ...INPUT, email: undefined, recipientName: CANARY }, /email"? of required type/],
    [
      'nothing for a text',
      { ...INPUT, email: null, recipientName: CANARY },
      /non-nullable type "?String!"? not to be null/,
    ],
  ])('in a variable names what is wrong and repeats nothing: %s', async (_title, input, wrong) => {
    for (const message of await messages(PLACE, { input })) expect(message).toMatch(wrong);
  });

  it.each<[string, object]>([
    ['a number', { first: CANARY, market: 'EU' }],
    ['an enum', { first: 1, market: CANARY }],
    ['a list', { first: [CANARY], market: 'EU' }],
  ])('in a variable for %s is in words that have none of it', async (_title, variables) => {
    for (const message of await messages(LIST, variables))
      expect(message).toMatch(/^Variable "\$\w+" got an invalid value/);
  });

  it.each([
    [
      'a field',
      literal(`{ ${NAME}: "recipientName" }`),
      /field is not defined by type "PlaceOrderInput"|required type/,
    ],
    ['an argument', `{ products(${NAME}: 1) { totalCount } }`, /Unknown argument on field "Query.products"/],
    ['a text for an object', literal(JSON.stringify(CANARY)), /Expected value of type "PlaceOrderInput!"\./],
    ['a name for a text', literal(`{ email: ${NAME} }`), /required type|cannot represent/],
    ['a field twice', literal(`{ ${NAME}: 1, ${NAME}: 2 }`), /./],
    ['a syntax error after a text', `{ products(query: "a" "say \\"${NAME}\\"") { totalCount } }`, /^Syntax Error/],
    ['a syntax error after a name', `{ products(query: Testa ${NAME}) { totalCount } }`, /^Syntax Error/],
    ['a block of text where none may be', `{ """${NAME} "Hinterhof" """ }`, /^Syntax Error/],
  ])('in a document repeats nothing: %s', async (_title, query, wrong) => {
    for (const message of await messages(query)) expect(message).toMatch(wrong);
  });

  it('still helps with a name that is nearly right', async () => {
    const [literally] = await messages(literal('{ recipientNam: "x" }'));
    expect(literally).toMatch(/required type|Did you mean/);
    const [byVariable] = await messages(PLACE, { input: { ...INPUT, language: 'EN', recipientNam: 'x' } });
    expect(byVariable).toContain('Did you mean "recipientName"?');
  });
});
