import { afterAll, beforeAll, expect, it } from 'vitest';
import { payAt } from '../payments/sandbox-process.ts';
import { agree, CONSENT_DOCUMENTS, consentsOf } from '../shop/agree.ts';
import { asCustomer, type Customer } from '../shop/as-customer.ts';
import { DOCUMENTS, type Placed, type ShownOrder } from '../shop/as-shopper.ts';
import { buildOrderInput } from '../shop/build-order-input.ts';
import { openShopOn, type TestShop } from '../shop/open-test-shop.ts';
import { readCode } from '../shop/read-mailbox.ts';
import { shelve } from '../shop/shelve.ts';
import { until } from '../shop/until.ts';
import { describeEachDialect } from '../stores/describe-dialects.ts';

const SIGNALS = { 'sec-gpc': '1', dnt: '1' };

/** A step of a purchase: what it is called, its status, and what was answered but for what is another's name or number. */
type Step = readonly [name: string, status: number, answer: unknown];

describeEachDialect('A whole purchase', (open) => {
  let test: TestShop;
  let variantId: string;
  beforeAll(async () => {
    test = await openShopOn(await open());
    ({ variantId } = await shelve(test.shop, { title: 'Calm Drops' }));
  });
  afterAll(() => test.close());

  /** Buys, and does with the order what customers do with it; every answer is a step. */
  async function buy({ shopper }: Customer, email: string, headers: Readonly<Record<string, string>>): Promise<Step[]> {
    const steps: Step[] = [];
    const ask = async <Data>(name: string, document: string, variables: object, more = {}): Promise<Data> => {
      const { status, data, errors } = await shopper.ask<Data>(document, variables, { ...headers, ...more });
      steps.push([name, status, shapeOf({ data, errors })]);
      if (!data) throw new Error(`${name} was refused: ${JSON.stringify(errors)}`);
      return data;
    };
    await ask('put into the cart', DOCUMENTS.add, { variantId, quantity: 2 });
    const input = buildOrderInput({ email });
    const { placeOrder } = await ask<{ placeOrder: Placed }>('order', DOCUMENTS.place, { input });
    const token = placeOrder.trackingToken ?? '';
    steps.push(['pay', await payAt(placeOrder.paymentUrl ?? ''), null]);
    const follow = (proof = {}) =>
      shopper.ask<{ order: ShownOrder }>(DOCUMENTS.follow, { token }, { ...headers, ...proof });
    await until('the order is paid', async () => (await follow()).data?.order.state === 'PAID');
    await ask('follow', DOCUMENTS.follow, { token });
    await ask('ask for a code', DOCUMENTS.requestCode, { token });
    await test.shop.jobs.runDue();
    const code = await readCode(test.url, email);
    const { proveOrder } = await ask<{ proveOrder: { proofToken: string } }>('prove', DOCUMENTS.prove, { token, code });
    const proof = { 'order-proof': proveOrder.proofToken };
    await ask('see everything', DOCUMENTS.follow, { token }, proof);
    const invoice = await fetch(`${test.url}/orders/invoice`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers, ...proof },
      body: JSON.stringify({ token }),
    });
    steps.push(['take the invoice', invoice.status, invoice.headers.get('content-type')]);
    await ask('find it in the account', '{ me { orders(first: 5) { totalCount nodes { state number } } } }', {});
    return steps;
  }

  it('is the same, step by step, for who agreed to everything and who refused everything with both signals of the browser', async () => {
    const [willing, unwilling] = [asCustomer(test), asCustomer(test)];
    await willing.join('willing@example.org');
    await unwilling.join('unwilling@example.org');
    for (const purpose of ['PRODUCT_NEWS', 'SERVICE_REMINDERS'] as const) await agree(willing, purpose);
    await unwilling.shopper.ask(CONSENT_DOCUMENTS.object, {}, SIGNALS);
    expect((await consentsOf(willing)).map(({ given }) => given)).toEqual([true, true]);
    expect((await consentsOf(unwilling)).map(({ given }) => given)).toEqual([false, false]);

    const agreed = await buy(willing, 'willing@example.org', {});
    const refused = await buy(unwilling, 'unwilling@example.org', SIGNALS);
    expect(agreed).toHaveLength(9);
    expect(agreed.every(([, status]) => status === 200)).toBe(true);
    expect(refused).toEqual(agreed);
  });
});

/** A value without what names one person or order: words in capitals and amounts stay. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shapeOf);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, shapeOf(one)]));
  return typeof value === 'string' && !/^[A-Z_]+$/.test(value) ? 'text' : value;
}
