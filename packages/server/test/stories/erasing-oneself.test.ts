import { afterAll, beforeAll, expect, it } from 'vitest';
import { ErasureRequest } from '../../src/features/data-rights/erasure-request.entity.ts';
import { Order } from '../../src/features/orders/order.entity.ts';
import { ErasureRecord } from '../../src/privacy/erasure/erasure-record.entity.ts';
import { codeIn, letPass, mailsTo, withRights } from '../data-rights/rights.ts';
import { type MailReceiver, receiveMail } from '../mail/receive-mail.ts';
import { asCustomer, type Customer } from '../shop/as-customer.ts';
import { asShopper } from '../shop/as-shopper.ts';
import { buildOrderInput } from '../shop/build-order-input.ts';
import { type Bought, boughtBy, order, pay, untilPaid } from '../shop/buy.ts';
import { openShopOn, type TestShop } from '../shop/open-test-shop.ts';
import { readNumber } from '../shop/read-rows.ts';
import { shelve } from '../shop/shelve.ts';
import { travellingClock } from '../shop/travelling-clock.ts';
import { describeEachDialect, type TestStores } from '../stores/describe-dialects.ts';

const DAY = 24 * 60;
const RECEIPT = /erasure-receipt#([\w-]+)/;

let people = 0;
const newEmail = () => `erased-${++people}@example.org`;

describeEachDialect('Whoever has their data erased', (open) => {
  const clock = travellingClock();
  let relay: MailReceiver;
  let stores: TestStores;
  let test: TestShop;
  let guest: Bought;
  let owner: Owner;
  let leaver: Owner;
  /** Bought at the beginning: the institution's word is not taken from another time. */
  beforeAll(async () => {
    relay = await receiveMail();
    stores = await open();
    test = await openShopOn(stores, { clock }, { SMTP_URL: relay.url });
    const { variantId } = await shelve(test.shop);
    guest = await order(test, [variantId]);
    owner = await own(variantId);
    leaver = await own(variantId);
    for (const bought of [guest, owner.bought, leaver.bought]) {
      await pay(bought);
      await untilPaid(bought);
    }
    await test.shop.jobs.runDue();
  });
  afterAll(async () => {
    await test.close();
    await relay.close();
  });

  interface Owner {
    readonly email: string;
    readonly customer: Customer;
    readonly bought: Bought;
    readonly number: string;
    readonly orderAgain: () => Promise<string>;
  }
  /** Somebody with an account who has placed an order. */
  async function own(variantId: string): Promise<Owner> {
    const email = newEmail();
    const customer = asCustomer(test);
    const { challenge } = await customer.signUp({ email, name: 'Testa Quirrelmann' });
    await test.shop.jobs.runDue();
    await customer.enterCode(challenge ?? '', codeIn(relay, email));
    const { shopper } = customer;
    const place = async () => {
      await shopper.add(variantId);
      const input = buildOrderInput();
      return boughtBy(shopper, input, await shopper.place(input));
    };
    const bought = await place();
    const orderAgain = async () => (await place()).placed.order.number;
    return { email, customer, bought, number: bought.placed.order.number, orderAgain };
  }
  const main = () => test.shop.core.stores.main.em.fork();
  const visitor = () => withRights(asShopper(test.url));
  const deliver = (number: string) => main().nativeUpdate(Order, { number }, { deliveredAt: clock.now() });
  const signInAgain = async ({ email, customer }: Owner) => {
    const { challenge } = await customer.requestCode(email);
    await test.shop.jobs.runDue();
    await customer.enterCode(challenge ?? '', codeIn(relay, email));
  };
  const proofFor = async ({ shopper, token, input }: Bought) => {
    await shopper.requestCode(token);
    await test.shop.jobs.runDue();
    return (await shopper.prove(token, codeIn(relay, input.email))) ?? '';
  };
  const reserved = () => readNumber(stores.main, 'select coalesce(sum(quantity), 0) from stock_reservation');
  const books = async () => ({
    turnover: await readNumber(stores.main, 'select sum(net) + sum(tax) from tax_ledger'),
    sold: await readNumber(stores.main, 'select sum(quantity) from sales_ledger'),
    invoiced: await readNumber(
      stores.main,
      'select (select coalesce(sum(total), 0) from reduced_order) + (select coalesce(sum(total), 0) from placed_order where paid_at is not null)',
    ),
  });
  const receiptOf = async (token: string) => (await visitor().receipt(token)).data?.erasureReceipt ?? null;
  const isChecked = (token: string) => async () => (await receiptOf(token))?.rescan != null;

  it('needs a fresh sign-in, may have one order erased alone, and nobody learns of the orders of others', async () => {
    const number = await owner.orderAgain();
    const rights = withRights(owner.customer);
    const stranger = withRights(leaver.customer);
    const [others, unknown] = [await stranger.request({ number }), await stranger.request({ number: 'BR-0000-0000' })];
    expect(others).toEqual(unknown);
    expect(others.refusal).toBe('NOT_FOUND');

    expect((await rights.preview({ number }))?.orders).toMatchObject([{ number, fate: 'ENDED_FIRST' }]);
    expect(await reserved()).toBe(1);
    const token = (await rights.request({ number, atOnce: true })).receiptToken ?? '';
    await letPass(test, clock, isChecked(token));
    expect(await receiptOf(token)).toMatchObject({ scope: 'ORDER', rescan: { clean: true, found: [] } });
    expect(await reserved()).toBe(0);
    expect((await rights.standing())?.orders.map((left) => left.number)).toEqual([owner.number]);

    clock.travel(11);
    expect((await rights.request()).userErrors).toEqual([{ code: 'NOT_FRESH' }]);
    expect((await rights.request({ token: owner.bought.token })).userErrors).toEqual([{ code: 'NOT_FRESH' }]);
    expect(await rights.standing()).toMatchObject({ isFresh: false, erasure: null });
  });

  it('as a guest needs link and mailed code, waits for a paid order to be delivered, and may cancel until then', async () => {
    const { token, shopper, input } = guest;
    const { number } = guest.placed.order;
    const rights = withRights(shopper, await proofFor(guest));
    expect((await withRights(shopper).request({ token })).refusal).toBe('FORBIDDEN');
    expect((await rights.request({ token: leaver.bought.token })).refusal).toBe('FORBIDDEN');
    expect((await rights.request()).refusal).toBe('UNAUTHENTICATED');

    const asked = await rights.request({ token, atOnce: true });
    const receiptToken = asked.receiptToken ?? '';
    expect(asked.standing?.erasure).toMatchObject({ state: 'SCHEDULED', waitsFor: [number] });
    await test.shop.jobs.runDue();
    expect(await receiptOf(receiptToken)).toMatchObject({ state: 'SCHEDULED', executedAt: null, rescan: null });
    expect((await rights.cancel({ token })).standing?.erasure).toBeNull();
    await deliver(number);
    clock.travel(11);
    await test.shop.jobs.runDue();
    expect((await shopper.follow(token)).number).toBe(number);

    const again = (await rights.request({ token, atOnce: true })).receiptToken ?? '';
    await letPass(test, clock, isChecked(again));
    expect(await receiptOf(again)).toMatchObject({ state: 'EXECUTED', scope: 'ORDER', rescan: { clean: true } });
    expect((await shopper.tryToFollow(token)).errors[0]?.extensions.code).toBe('NOT_FOUND');
    expect(mailsTo(relay, input.email)[0]).toMatch(RECEIPT);
    expect(await receiptOf(receiptToken)).toMatchObject({ state: 'CANCELLED' });
  });

  it('is erased without the receipt in the mail if no relay takes it for a day, and not before', async () => {
    const { email } = owner;
    await deliver(owner.number);
    await signInAgain(owner);
    const rights = withRights(owner.customer);
    relay.refuseWith = 451;
    const token = (await rights.request({ atOnce: true })).receiptToken ?? '';
    await test.shop.jobs.runDue();
    clock.travel(23 * 60);
    await test.shop.jobs.runDue();
    expect(await receiptOf(token)).toMatchObject({ state: 'EXECUTING' });
    expect((await rights.cancel()).userErrors).toEqual([{ code: 'TOO_LATE' }]);
    clock.travel(2 * 60);
    await letPass(test, clock, isChecked(token));
    expect(await receiptOf(token)).toMatchObject({ state: 'EXECUTED', rescan: { clean: true } });
    expect(mailsTo(relay, email).some((mail) => RECEIPT.test(mail))).toBe(false);
    relay.refuseWith = null;
  });

  it('with an account sees what goes and what stays, may cancel for a week, and is gone after it, with a receipt mailed before', async () => {
    const { email, customer, number, bought } = leaver;
    await signInAgain(leaver);
    const rights = withRights(customer);
    const before = await books();
    expect((await rights.preview())?.orders).toMatchObject([{ number, fate: 'FINISHED_FIRST' }]);
    await deliver(number);

    const preview = await rights.preview({ language: 'DE' });
    expect(preview).toMatchObject({ scope: 'ACCOUNT', orders: [{ number, fate: 'ERASED' }] });
    expect(preview?.values).toContainEqual({ category: 'EMAIL', title: 'E-Mail-Adresse', count: 2 });
    expect(preview?.records.map(({ name, count }) => `${name}: ${count}`)).toEqual(
      expect.arrayContaining(['accounts: 1', 'sessions: 1', 'orders: 1', 'payments: 1', 'links to other subjects: 1']),
    );
    expect(preview?.stays.map(({ name, count }) => [name, count])).toEqual(
      expect.arrayContaining([
        ['books', 1],
        ['tombstones', 2],
        ['backups', null],
      ]),
    );

    const scheduled = await rights.request();
    expect(scheduled.standing?.erasure).toMatchObject({ state: 'SCHEDULED', waitsFor: [] });
    const { dueAt = '' } = scheduled.standing?.erasure ?? {};
    expect(Date.parse(dueAt) - clock.now().getTime()).toBeGreaterThan(6.9 * 86_400_000);
    expect((await rights.request()).standing?.erasure?.dueAt).toBe(dueAt);
    await test.shop.jobs.runDue();
    expect(mailsTo(relay, email)[0]).toMatch(/\/en\/account\/privacy/);
    expect(await customer.me()).not.toBeNull();
    expect((await rights.cancel()).standing?.erasure).toBeNull();
    expect((await rights.cancel()).userErrors).toEqual([{ code: 'NOTHING_SCHEDULED' }]);

    await rights.request();
    clock.travel(7 * DAY - 5);
    await test.shop.jobs.runDue();
    expect(await customer.me()).not.toBeNull();
    clock.travel(6);
    await test.shop.jobs.runDue();
    const [mail = ''] = mailsTo(relay, email);
    const token = RECEIPT.exec(mail)?.[1] ?? '';
    expect(mail).toMatch(/\b\d+ [0-9a-f]{64}\b/);
    await letPass(test, clock, isChecked(token));

    const { body, data } = await visitor().receipt(token);
    const receipt = data?.erasureReceipt;
    expect(receipt).toMatchObject({
      state: 'EXECUTED',
      scope: 'ACCOUNT',
      isFinal: false,
      rescan: { clean: true, withContent: true, found: [] },
    });
    expect(receipt?.rescan?.files).toBeGreaterThan(3);
    expect(receipt?.values).toContainEqual({ category: 'EMAIL', title: 'E-mail address', count: 2 });
    expect(receipt?.finalAt?.localeCompare(receipt.executedAt ?? '')).toBe(1);
    for (const told of [email, 'Quirrelmann', number, bought.input.recipientName]) expect(body).not.toContain(told);

    expect(await customer.me()).toBeNull();
    expect(await rights.standing()).toBeNull();
    expect(await main().count(Order, { number })).toBe(0);
    expect(await books()).toEqual(before);
    // Nothing says any more who belonged together, or whose the receipt is.
    expect(await main().count(ErasureRecord, { batchId: { $ne: null } })).toBe(0);
    expect(await main().count(ErasureRequest, { subjectId: { $ne: null } })).toBe(0);
    const mails = mailsTo(relay, email).length;
    await asCustomer(test).requestCode(email);
    await test.shop.jobs.runDue();
    expect(mailsTo(relay, email)).toHaveLength(mails);

    clock.travel(31 * DAY);
    await test.shop.jobs.runDue();
    const final = { isFinal: true, statement: expect.stringContaining('no copy') as string };
    expect(await receiptOf(token)).toMatchObject(final);
    clock.travel(366 * DAY);
    await test.shop.jobs.runDue();
    const [over, madeUp] = [await visitor().receipt(token), await visitor().receipt('made-up')];
    expect(over.errors[0]?.extensions.code).toBe('NOT_FOUND');
    expect(over.body).toBe(madeUp.body);
  });
});
