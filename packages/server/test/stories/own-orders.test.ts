import { afterAll, beforeAll, expect, it } from 'vitest';
import { Order } from '../../src/features/orders/order.entity.ts';
import { asCustomer, type Customer } from '../shop/as-customer.ts';
import { asShopper, type Personal } from '../shop/as-shopper.ts';
import { buildOrderInput } from '../shop/build-order-input.ts';
import { buy } from '../shop/buy.ts';
import { openShopOn, type TestShop } from '../shop/open-test-shop.ts';
import { readCode, readMailbox } from '../shop/read-mailbox.ts';
import { shelve } from '../shop/shelve.ts';
import { describeEachDialect } from '../stores/describe-dialects.ts';

const DOCUMENTS = {
  orders: `query ($first: Int!, $after: String) { me { orders(first: $first, after: $after) { totalCount
    nodes { number state recipientName { access text } lines { access items { title } } }
    pageInfo { hasNextPage hasPreviousPage endCursor } } } }`,
  order: 'query ($number: String!) { me { order(number: $number) { number email { access text } } } }',
  correct: `mutation ($input: CorrectOrderInput!) { correctOrder(input: $input) {
    order { recipientName { text } email { text } phone { text } address { text } } userErrors { code path } } }`,
  requestClaim:
    'mutation ($number: String!) { requestOrderClaim(number: $number) { validMinutes userErrors { code } } }',
  claim: `mutation ($number: String!, $code: String!) { claimOrder(number: $number, code: $code) {
    claimed userErrors { code path } } }`,
} as const;

interface OrdersPage {
  readonly me: {
    readonly orders: {
      readonly totalCount: number;
      readonly nodes: readonly { number: string; recipientName: Personal; lines: { access: string } }[];
      readonly pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string | null };
    };
  } | null;
}

interface Corrected {
  readonly correctOrder: {
    readonly order: Readonly<Record<'recipientName' | 'email' | 'phone' | 'address', { text: string } | null>> | null;
    readonly userErrors: readonly { code: string; path: readonly string[] }[];
  };
}

let people = 0;
const newEmail = () => `owner-${++people}@example.org`;

describeEachDialect('Whoever ordered', (open) => {
  let test: TestShop;
  let variantId: string;
  beforeAll(async () => {
    test = await openShopOn(await open());
    ({ variantId } = await shelve(test.shop, { title: 'Calm Drops' }));
  });
  afterAll(() => test.close());

  const join = async () => {
    const customer = asCustomer(test);
    await customer.join(newEmail());
    return customer;
  };
  const orderBy = async (customer: Customer, overrides: Parameters<typeof buildOrderInput>[0] = {}) => {
    await customer.shopper.add(variantId);
    const input = buildOrderInput(overrides);
    const placed = await customer.shopper.place(input);
    return { input, number: placed.order?.number ?? '', token: placed.trackingToken ?? '' };
  };
  const pageOf = async (customer: Customer, first: number, after: string | null = null) => {
    const { data, errors } = await customer.ask<OrdersPage>(DOCUMENTS.orders, { first, after });
    return { ...data?.me?.orders, errors };
  };
  const correct = async (who: Pick<Customer, 'ask'>, input: object) => {
    const { data, errors } = await who.ask<Corrected>(DOCUMENTS.correct, { input });
    return { ...data?.correctOrder, refusal: errors[0]?.extensions.code };
  };
  const stored = (number: string) => test.shop.core.stores.main.em.fork().findOneOrFail(Order, { number });

  it('while signed in has their orders in a list, newest first, and nobody else has', async () => {
    const customer = await join();
    const numbers: string[] = [];
    for (let count = 0; count < 3; count += 1) numbers.unshift((await orderBy(customer)).number);
    const first = await pageOf(customer, 2);
    expect(first.nodes?.map(({ number }) => number)).toEqual(numbers.slice(0, 2));
    expect(first).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true, hasPreviousPage: false } });
    expect(first.nodes?.[0]).toMatchObject({ recipientName: { access: 'REVEALED' }, lines: { access: 'REVEALED' } });
    const second = await pageOf(customer, 2, first.pageInfo?.endCursor);
    expect(second.nodes?.map(({ number }) => number)).toEqual(numbers.slice(2));
    expect(second.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });

    const stranger = await join();
    expect(await pageOf(stranger, 10)).toMatchObject({ totalCount: 0, nodes: [] });
    expect((await pageOf(stranger, 10, numbers[0])).errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
    const [own, others, unknown] = await Promise.all([
      customer.ask<{ me: { order: { number: string } } }>(DOCUMENTS.order, { number: numbers[0] }),
      stranger.ask(DOCUMENTS.order, { number: numbers[0] }),
      stranger.ask(DOCUMENTS.order, { number: 'BR-0000-0000' }),
    ]);
    expect(own.data?.me.order.number).toBe(numbers[0]);
    expect(others.body).toBe(unknown.body);
    expect(others.errors[0]?.extensions.code).toBe('NOT_FOUND');
  });

  it('has them in the answer to signing in, and not those of whoever was signed in at that browser before', async () => {
    const [first, second] = [asCustomer(test), await join()];
    const email = newEmail();
    const password = 'moss-lamp-teacup';
    await first.join(email, { password });
    const { number } = await orderBy(first);
    await orderBy(second);
    const { data } = await second.ask<{ signIn: { customer: { orders: { nodes: object[] } } } }>(
      `mutation ($input: SignInInput!) { signIn(input: $input) { customer {
        orders(first: 5) { nodes { number recipientName { access } } } } } }`,
      { input: { email, password } },
    );
    expect(data?.signIn.customer.orders.nodes).toEqual([{ number, recipientName: { access: 'REVEALED' } }]);
  });

  it('corrects what is wrong before it is sent; the old value is gone, and stands in no history (P6.2)', async () => {
    const customer = await join();
    const { number, input } = await orderBy(customer, { shippingOptionId: 'express', phone: '+49 30 23125 417' });
    const before = await stored(number);
    const address = { countryCode: 'DE', addressLine1: 'Neue Musterallee 5', postalCode: '20095', city: 'Musterstadt' };
    const email = newEmail();
    const phone = '+49 30 23125 999';
    const corrected = await correct(customer, { number, email, recipientName: 'Testa Neumuster', address, phone });
    expect(corrected.order).toMatchObject({
      recipientName: { text: 'Testa Neumuster' },
      email: { text: email },
      phone: { text: '+493023125999' },
      address: { text: expect.stringContaining('Neue Musterallee 5') as string },
    });
    const after = await stored(number);
    for (const key of ['email', 'recipientName', 'address', 'phone'] as const)
      expect(after[key]?.bytes.equals(before[key]?.bytes ?? Buffer.alloc(0))).toBe(false);
    expect(after.emailIndex).not.toBe(before.emailIndex);
    expect(after.limitIndex).not.toBe(before.limitIndex);
    expect(test.logged()).not.toContain(input.address.addressLine1);
  });

  it('as a guest does so with link and mailed code, and with the link alone does not', async () => {
    const { token, input, shopper } = await buy(test, [variantId]);
    expect((await correct(shopper, { token, email: newEmail() })).refusal).toBe('FORBIDDEN');
    await shopper.requestCode(token);
    await test.shop.jobs.runDue();
    const proof = (await shopper.prove(token, await readCode(test.url, input.email))) ?? '';
    const withProof = {
      ask: <Data>(query: string, variables?: object) => shopper.ask<Data>(query, variables, { 'order-proof': proof }),
    };
    const email = newEmail();
    expect((await correct(withProof, { token, email })).order).toMatchObject({ email: { text: email } });
    // The confirmation had not left: it is written anew, for where news go now, and none lies there for where they do not.
    await test.shop.jobs.runDue();
    const confirmations = async (to: string) =>
      (await readMailbox(test.url, to)).filter(({ subject }) => /confirmed|paid/i.test(subject)).length;
    expect([await confirmations(input.email), await confirmations(email)]).toEqual([0, 1]);
    const { token: other } = await buy(test, [variantId]);
    expect((await correct(withProof, { token: other, email })).refusal).toBe('FORBIDDEN');
    expect((await correct(withProof, {})).refusal).toBe('BAD_USER_INPUT');
  });

  it('keeps to the country that was paid for, to what the carrier needs, and to whole labels; a card number is refused', async () => {
    const customer = await join();
    const { number } = await orderBy(customer);
    const address = { countryCode: 'FR', addressLine1: 'Rue du Modèle 3', postalCode: '75001', city: 'Paris' };
    const name = 'Testa Neumuster';
    const faults = async (input: object) =>
      (await correct(customer, { number, ...input })).userErrors?.map(({ code, path }) => `${code} ${path.join('.')}`);
    expect(await faults({ recipientName: name, address })).toEqual(['OTHER_COUNTRY address.countryCode']);
    expect(await faults({ recipientName: name })).toEqual(['REQUIRED address']);
    expect(await faults({ phone: '+49 30 23125 999' })).toEqual(['PHONE_NOT_NEEDED phone']);
    expect(await faults({ email: 'no address' })).toEqual(['INVALID_EMAIL email']);
    expect(await faults({ recipientName: '4242 4242 4242 4242', address: { ...address, countryCode: 'DE' } })).toEqual([
      'PAYMENT_CARD_REFUSED recipientName',
    ]);
    const em = test.shop.core.stores.main.em.fork();
    await em.nativeUpdate(Order, { number }, { deliveredAt: new Date() });
    expect(await faults({ email: newEmail() })).toEqual(['ORDER_CLOSED ']);
    const stranger = await join();
    expect((await correct(stranger, { number, email: newEmail() })).refusal).toBe('NOT_FOUND');
  });

  it('as a guest claims the order for an account by its number and the mailed code, once and for one (D5)', async () => {
    const { placed, input } = await buy(test, [variantId]);
    const { number } = placed.order;
    const before = await stored(number);
    const [customer, thief] = [await join(), await join()];
    const claim = async (who: Customer, code: string) =>
      (
        await who.ask<{ claimOrder: { claimed: boolean; userErrors: { code: string }[] } }>(DOCUMENTS.claim, {
          number,
          code,
        })
      ).data?.claimOrder;
    const request = (who: Pick<Customer, 'ask'>, wanted: string) => who.ask(DOCUMENTS.requestClaim, { number: wanted });
    expect((await request(asShopper(test.url), number)).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
    const [known, unknown] = [await request(customer, number.toLowerCase()), await request(customer, 'BR-0000-0000')];
    expect(known.body).toBe(unknown.body);
    // What is no number at all is answered alike, and queued for nobody to see.
    const done = async () =>
      Number(
        /^jobs_total\{kind="mail-claim-code",outcome="DONE"\} (\d+)$/m.exec(
          await test.shop.metrics.getSingleMetricAsString('jobs_total'),
        )?.[1],
      );
    await test.shop.jobs.runDue();
    const asked = await done();
    expect((await request(customer, '4242424242424242')).body).toBe(unknown.body);
    await test.shop.jobs.runDue();
    expect(await done()).toBe(asked);
    const code = await readCode(test.url, input.email);
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
    expect(await claim(thief, wrong)).toMatchObject({ claimed: false, userErrors: [{ code: 'CODE_WRONG' }] });
    expect(await claim(customer, code)).toEqual({ claimed: true, userErrors: [] });
    expect(await claim(customer, code)).toMatchObject({ claimed: false, userErrors: [{ code: 'CODE_WRONG' }] });
    expect((await pageOf(customer, 5)).nodes?.map((order) => order.number)).toEqual([number]);
    // Nothing was sealed anew.
    expect((await stored(number)).email?.bytes.equals(before.email?.bytes ?? Buffer.alloc(0))).toBe(true);

    await request(thief, number);
    await test.shop.jobs.runDue();
    const second = await readCode(test.url, input.email);
    expect(await claim(thief, second)).toMatchObject({ claimed: false, userErrors: [{ code: 'CLAIMED_ELSEWHERE' }] });
    expect((await pageOf(thief, 5)).totalCount).toBe(0);
  });
});
