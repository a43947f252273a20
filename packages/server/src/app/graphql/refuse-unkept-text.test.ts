import { afterAll, beforeAll, expect, it } from 'vitest';
import { TESTA_INPUT } from '../../../test/checkout/open-checkout-world.ts';
import { openShopOn, type TestShop } from '../../../test/shop/open-test-shop.ts';
import { shelve } from '../../../test/shop/shelve.ts';
import { describeEachDialect } from '../../../test/stores/describe-dialects.ts';

const USER_ERRORS = 'userErrors { code }';
const PLACE = `mutation ($v: PlaceOrderInput!) { placeOrder(input: $v) { ${USER_ERRORS} } }`;
const filtered = (type: string, use: string) =>
  `query ($v: ${type}) { products(filter: { ${use} }) { totalCount facets { values { label } } } }`;

/** Every place of the graph that takes a text, and how it is called. */
type Place = readonly [place: string, query: string, wrap?: (text: string) => unknown];
const PLACES: readonly Place[] = [
  ['v', `mutation ($v: String!) { applyPromotionCode(code: $v) { ${USER_ERRORS} } }`],
  ['v', `mutation ($v: ID!) { addToCart(variantId: $v) { ${USER_ERRORS} } }`],
  ['v', `mutation ($v: ID!) { setCartQuantity(lineId: $v, quantity: 1) { ${USER_ERRORS} } }`],
  ['v', `mutation ($v: ID!) { removeFromCart(lineId: $v) { ${USER_ERRORS} } }`],
  ['v', `mutation ($v: String!) { payOrder(token: $v) { paymentUrl } }`],
  ['v', `mutation ($v: String!) { requestOrderCode(token: $v) { validMinutes } }`],
  ['v', `mutation ($v: String!) { proveOrder(token: $v, code: $v) { proofToken } }`],
  ['v', 'query ($v: String!) { order(token: $v) { number } }'],
  ['v', 'query ($v: String!) { product(slug: $v) { title } }'],
  ['v', 'query ($v: String!) { collection(handle: $v) { title } }'],
  ['v', 'query ($v: String!) { ingredient(slug: $v) { inci } }'],
  ['v', 'query ($v: String!) { products(query: $v, after: $v) { totalCount } }'],
  ['v', 'query ($v: String!) { searchSuggestions(query: $v) { products { slug } } }'],
  ['v', 'query ($v: String!) { addressForm(countryCode: $v) { countryCode } }'],
  ['v', 'query ($v: String!) { shippingOptions(countryCode: $v) { id } }'],
  ['v', filtered('[String!]', 'vendor: $v'), (text) => ['Barrier', text]],
  ['v', filtered('[String!]', 'vendor: $v')],
  ['v.email', PLACE, (email) => ({ ...TESTA_INPUT, email })],
  ['v.shippingOptionId', PLACE, (shippingOptionId) => ({ ...TESTA_INPUT, shippingOptionId })],
  ['v.address.city', PLACE, (city) => ({ ...TESTA_INPUT, address: { ...TESTA_INPUT.address, city } })],
];

describeEachDialect('A text that not every database keeps', (open) => {
  let test: TestShop;
  let cartToken: string;
  beforeAll(async () => {
    test = await openShopOn(await open());
    const { variantId } = await shelve(test.shop);
    const added = await ask('mutation ($v: ID!) { addToCart(variantId: $v) { cartToken } }', { v: variantId });
    cartToken = (added.data as { addToCart: { cartToken: string } }).addToCart.cartToken;
  });
  afterAll(() => test.close());

  const ask = async (query: string, variables: unknown = {}) => {
    const response = await fetch(`${test.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(cartToken ? { 'cart-token': cartToken } : {}) },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as {
      data?: unknown;
      errors?: { message: string; locations?: object[]; extensions: { code: string } }[];
    };
    const [error] = errors ?? [];
    return { status: response.status, data, error, code: error?.extensions.code };
  };

  it.each(PLACES.map((place) => ({ place })))(
    'is refused at $place.0 of $place.1',
    async ({ place: [place, query, wrap = (text) => text] }) => {
      for (const text of ['A\u0000B', '\u0000', 'A\ud800B', '\udc00\ud800']) {
        const answer = await ask(query, { v: wrap(text) });
        expect(answer).toMatchObject({ status: 400, code: 'BAD_USER_INPUT' });
        expect(answer.error?.message).toContain(`"${place}"`);
      }
    },
  );

  it('is refused as a literal, whose place the answer names, at every sighting of the document', async () => {
    const query = `mutation { applyPromotionCode(code: "A\\u0000B") { ${USER_ERRORS} } }`;
    for (let sighting = 0; sighting < 3; sighting += 1) {
      const answer = await ask(query);
      expect(answer).toMatchObject({ status: 400, code: 'BAD_USER_INPUT' });
      expect(answer.error?.locations).toEqual([{ line: 1, column: 37 }]);
    }
  });

  it('is not what a whole pair is, nor any other sign', async () => {
    const query = `mutation ($v: String!) { applyPromotionCode(code: $v) { ${USER_ERRORS} } }`;
    for (const v of ['\u{1f49c}', 'A\u0001B', '\u200d', '\uffff']) {
      const { data } = await ask(query, { v });
      expect(data).toEqual({ applyPromotionCode: { userErrors: [{ code: 'PROMOTION_UNKNOWN' }] } });
    }
  });
});
