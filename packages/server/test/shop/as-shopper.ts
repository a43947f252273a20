import type { PlaceOrderInput } from '@barrier/schema/checkout/place-order.input.ts';

/** An answer of the graph over HTTP. */
export interface Answer<Data> {
  readonly status: number;
  /** The bytes of the body. */
  readonly body: string;
  readonly data: Data | null | undefined;
  readonly errors: readonly { readonly message: string; readonly extensions: { readonly code: string } }[];
}

/** A personal value as the graph answers it (D7). */
export interface Personal {
  readonly access: 'REVEALED' | 'MASKED' | 'DENIED' | 'ERASED';
  readonly text: string | null;
}

/** An order as these shoppers ask for it. */
export interface ShownOrder {
  readonly number: string;
  readonly state: string;
  readonly countryCode: string;
  readonly subtotal: Money;
  readonly shipping: Money;
  readonly includedTax: Money;
  readonly taxRate: number;
  readonly total: Money;
  readonly shippingTitle: string;
  readonly recipientName: Personal;
  readonly email: Personal;
  readonly phone: Personal | null;
  readonly paymentReference: Personal | null;
  readonly address: Personal & { readonly countryCode: string | null };
  readonly lines: { readonly access: string; readonly items: { title: string; quantity: number }[] | null };
}

interface Money {
  readonly amount: number;
  readonly currency: string;
}

interface UserError {
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[];
}

/** What placing an order answers. */
export interface Placed {
  readonly order: ShownOrder | null;
  readonly paymentUrl: string | null;
  readonly trackingToken: string | null;
  readonly userErrors: readonly UserError[];
}

/** A shopper with a cart of their own, over HTTP. */
export interface Shopper {
  /** Sends a document as it is. */
  ask<Data>(query: string, variables?: object, headers?: Record<string, string>): Promise<Answer<Data>>;
  add(variantId: string, quantity?: number): Promise<void>;
  /** Sends placeOrder and answers whatever came. */
  tryToPlace(input: PlaceOrderInput, idempotencyKey?: string): Promise<Answer<{ placeOrder: Placed }>>;
  /** Places an order. @throws if the graph answered an error. */
  place(input: PlaceOrderInput, idempotencyKey?: string): Promise<Placed>;
  /** Follows an order by the token of its link, and a proof if there is one. */
  tryToFollow(token: string, proof?: string): Promise<Answer<{ order: ShownOrder }>>;
  /** Follows an order. @throws if the graph answered an error. */
  follow(token: string, proof?: string): Promise<ShownOrder>;
  /** Where to pay an order, for whoever got no page when it was placed; null if the institution cannot be reached. */
  askToPay(token: string): Promise<string | null>;
  /** Has a code mailed. */
  requestCode(token: string): Promise<void>;
  /** Exchanges a code for a proof; null if it is not accepted. */
  prove(token: string, code: string): Promise<string | null>;
}

const ORDER = `fragment order on Order { number state countryCode taxRate shippingTitle
  subtotal { amount currency } shipping { amount currency } includedTax { amount currency } total { amount currency }
  recipientName { access text } email { access text } phone { access text } paymentReference { access text } address { access text countryCode }
  lines { access items { title quantity } } }`;

/** The documents of these shoppers. */
export const DOCUMENTS = {
  add: `mutation ($variantId: ID!, $quantity: Int!) { addToCart(variantId: $variantId, quantity: $quantity) {
    cartToken userErrors { code message path } } }`,
  place: `mutation ($input: PlaceOrderInput!) { placeOrder(input: $input) {
    order { ...order } paymentUrl trackingToken userErrors { code message path } } } ${ORDER}`,
  follow: `query ($token: String!) { order(token: $token) { ...order } } ${ORDER}`,
  requestCode:
    'mutation ($token: String!) { requestOrderCode(token: $token) { validMinutes userErrors { code message path } } }',
  prove: `mutation ($token: String!, $code: String!) { proveOrder(token: $token, code: $code) {
    proofToken userErrors { code message path } } }`,
  pay: 'mutation ($token: String!) { payOrder(token: $token) { paymentUrl userErrors { code message path } } }',
} as const;

/** Where a browser keeps its cookies; without it the shopper is a program, which keeps none. */
export interface Cookies {
  read(): string;
  keep(line: string): void;
}

/** A new shopper at the shop of an address. */
export function asShopper(url: string, { cookies }: { readonly cookies?: Cookies } = {}): Shopper {
  let cartToken: string | null = null;
  const ask = async <Data>(query: string, variables: object = {}, headers: Record<string, string> = {}) => {
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(cartToken ? { 'cart-token': cartToken } : {}),
        ...(cookies ? { cookie: cookies.read() } : {}),
        ...headers,
      },
      body: JSON.stringify({ query, variables }),
    });
    for (const line of response.headers.getSetCookie()) cookies?.keep(line);
    const body = await response.text();
    const { data, errors = [] } = JSON.parse(body) as Pick<Answer<Data>, 'data'> & Partial<Answer<Data>>;
    return { status: response.status, body, data, errors };
  };
  const self: Shopper = {
    ask,
    add: async (variantId, quantity = 1) => {
      const { addToCart } = dataOf(
        await ask<{ addToCart: { cartToken: string | null; userErrors: UserError[] } }>(DOCUMENTS.add, {
          variantId,
          quantity,
        }),
      );
      if (addToCart.userErrors.length > 0) throw new Error(`Not added: ${addToCart.userErrors[0]?.code}`);
      cartToken = addToCart.cartToken ?? cartToken;
    },
    tryToPlace: (input, idempotencyKey) =>
      ask(DOCUMENTS.place, { input }, idempotencyKey ? { 'idempotency-key': idempotencyKey } : {}),
    place: async (input, idempotencyKey) => dataOf(await self.tryToPlace(input, idempotencyKey)).placeOrder,
    tryToFollow: (token, proof) => ask(DOCUMENTS.follow, { token }, proof ? { 'order-proof': proof } : {}),
    follow: async (token, proof) => dataOf(await self.tryToFollow(token, proof)).order,
    askToPay: async (token) =>
      dataOf(await ask<{ payOrder: { paymentUrl: string | null } }>(DOCUMENTS.pay, { token })).payOrder.paymentUrl,
    requestCode: async (token) => {
      const { requestOrderCode } = dataOf(
        await ask<{ requestOrderCode: { validMinutes: number | null } }>(DOCUMENTS.requestCode, { token }),
      );
      if (requestOrderCode.validMinutes === null) throw new Error('No code was mailed.');
    },
    prove: async (token, code) =>
      dataOf(await ask<{ proveOrder: { proofToken: string | null } }>(DOCUMENTS.prove, { token, code })).proveOrder
        .proofToken,
  };
  return self;
}

function dataOf<Data>({ data, errors, status }: Answer<Data>): Data {
  if (!data || errors.length > 0) throw new Error(`The graph answered ${status}: ${JSON.stringify(errors)}`);
  return data;
}
