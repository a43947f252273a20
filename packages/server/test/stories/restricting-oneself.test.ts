import { afterAll, beforeAll, expect, it } from 'vitest';
import { OrderMailJob } from '../../src/features/mail/order-mail-job.ts';
import { Order } from '../../src/features/orders/order.entity.ts';
import { enqueueJob } from '../../src/platform/jobs/enqueue-job.ts';
import { AccessSession } from '../../src/privacy/access/access-session.ts';
import type { Viewer } from '../../src/privacy/access/viewer.ts';
import { passEgress } from '../../src/privacy/egress/pass-egress.ts';
import { withRights } from '../data-rights/rights.ts';
import { asCustomer } from '../shop/as-customer.ts';
import { buildOrderInput } from '../shop/build-order-input.ts';
import { type Bought, boughtBy, buy } from '../shop/buy.ts';
import { openNeighbourOf, openShopOn, type TestShop } from '../shop/open-test-shop.ts';
import { readCode, readMailbox } from '../shop/read-mailbox.ts';
import { readNumber } from '../shop/read-rows.ts';
import { shelve } from '../shop/shelve.ts';
import { travellingClock } from '../shop/travelling-clock.ts';
import { describeEachDialect, type TestStores } from '../stores/describe-dialects.ts';

const EMAIL = { category: 'EMAIL', purposes: ['ORDER_PROCESSING', 'AFTER_SALES'] } as const;
const ADDRESS = { category: 'DELIVERY_ADDRESS', purposes: ['DELIVERY'] } as const;
const fulfilment: Viewer = { kind: 'staff', staffId: 's1', role: 'fulfilment', caseId: 'c1' };

describeEachDialect('Data that its person has restricted', (open, dialect) => {
  const clock = travellingClock();
  let stores: TestStores;
  let test: TestShop;
  let variantId: string;
  let bought: Bought;
  let proof: string;
  beforeAll(async () => {
    stores = await open();
    test = await openShopOn(stores, { clock });
    ({ variantId } = await shelve(test.shop));
    bought = await buy(test, [variantId], buildOrderInput({ shippingOptionId: 'express', phone: '+49 30 23125 417' }));
    proof = await prove();
  });
  afterAll(() => test.close());

  const main = () => test.shop.core.stores.main.em.fork();
  const prove = async () => {
    await bought.shopper.requestCode(bought.token);
    await test.shop.jobs.runDue();
    return (await bought.shopper.prove(bought.token, await readCode(test.url, bought.input.email))) ?? '';
  };
  const stored = () => main().findOneOrFail(Order, { number: bought.placed.order.number });
  const shownTo = async (viewer: Viewer, { shop }: TestShop = test) => {
    const session = new AccessSession(shop.core, { viewer, purpose: 'DELIVERY', reason: 'SHIPMENT' });
    const { address } = await stored();
    return (await session.answer(address, ADDRESS, 'Order.address', { format: () => 'shown' }))?.access;
  };
  const handToCarrier = async () => {
    const { address, recipientName } = await stored();
    return passEgress(
      test.shop.core,
      {
        recipient: 'LOGISTICS',
        purpose: 'DELIVERY',
        agreementKey: 'sandbox-carrier',
        task: 'announce-parcel',
        reason: 'SHIPMENT',
        fields: { address, recipientName },
      },
      async () => 'handed over',
    );
  };
  const mails = async () => (await readMailbox(test.url, bought.input.email)).map(({ subject }) => subject);

  it('is closed to staff, partner and mails at once, in every process, and open to its person', async () => {
    const rights = withRights(bought.shopper, proof);
    const { token } = bought;
    expect(await shownTo(fulfilment)).toBe('MASKED');
    expect(await handToCarrier()).toBe('handed over');
    const neighbour = dialect === 'postgresql' ? await openNeighbourOf(test, stores) : null;

    const { standing } = await rights.restrict({ token });
    expect(standing?.restrictedSince).not.toBeNull();
    expect(standing?.orders).toMatchObject([{ restrictedSince: standing?.restrictedSince, state: 'PAID' }]);
    expect((await rights.restrict({ token })).standing?.restrictedSince).toBe(standing?.restrictedSince);
    expect(await shownTo(fulfilment)).toBe('DENIED');
    if (neighbour) expect(await shownTo(fulfilment, neighbour)).toBe('DENIED');
    await neighbour?.close();
    await expect(handToCarrier()).rejects.toMatchObject({ code: 'RESTRICTED' });
    const mail = new AccessSession(test.shop.core, {
      viewer: { kind: 'system', task: 'news' },
      purpose: 'AFTER_SALES',
    });
    expect((await mail.answer((await stored()).email, EMAIL, 'Order.email'))?.access).toBe('DENIED');

    const shown = await bought.shopper.follow(token, proof);
    expect(shown.address).toMatchObject({ access: 'REVEALED' });
    expect(await prove()).not.toBe('');
  });

  it('has its mails wait, and is used again as before when that is lifted', async () => {
    const { id: orderId } = await stored();
    const before = await mails();
    await main().transactional((em) =>
      enqueueJob(em, { kind: OrderMailJob.WRITE, payload: { orderId, mail: 'REFUNDED' } }),
    );
    for (let hour = 0; hour < 2; hour += 1) {
      await test.shop.jobs.runDue();
      clock.travel(61);
    }
    expect(await mails()).toEqual(before);
    expect(await readNumber(stores.main, "select count(*) from job where state = 'FAILED'")).toBe(0);

    const again = await prove();
    const lifted = await withRights(bought.shopper, again).lift({ token: bought.token });
    expect(lifted.standing).toMatchObject({ restrictedSince: null, orders: [{ restrictedSince: null }] });
    expect(await shownTo(fulfilment)).toBe('MASKED');
    expect(await handToCarrier()).toBe('handed over');
    clock.travel(61);
    await test.shop.jobs.runDue();
    expect((await mails()).length).toBe(before.length + 2);
  });

  it('of a customer ends what is not paid, leaves the way in open, and leaves alone what they order afterwards', async () => {
    const customer = asCustomer(test);
    const email = 'restricted@example.org';
    await customer.join(email);
    const orderOne = async () => {
      await customer.shopper.add(variantId);
      const input = buildOrderInput();
      return boughtBy(customer.shopper, input, await customer.shopper.place(input));
    };
    const { number } = (await orderOne()).placed.order;
    const rights = withRights(customer);
    const { standing } = await rights.restrict();
    expect(standing).toMatchObject({ scope: 'ACCOUNT', orders: [{ number, state: 'CANCELLED' }] });
    expect(await readNumber(stores.main, 'select coalesce(sum(quantity), 0) from stock_reservation')).toBe(0);

    const other = asCustomer(test);
    const { challenge } = await other.requestCode(email);
    await test.shop.jobs.runDue();
    expect((await other.enterCode(challenge ?? '', await readCode(test.url, email))).customer?.email.text).toBe(email);
    const later = (await orderOne()).placed.order.number;
    const orders = (await rights.standing())?.orders.map(({ number: named, restrictedSince }) => [
      named,
      restrictedSince !== null,
    ]);
    expect(orders).toEqual([
      [later, false],
      [number, true],
    ]);
    expect((await rights.lift({ number })).standing?.restrictedSince).toBeNull();
    expect((await rights.standing())?.restrictedSince).not.toBeNull();
  });
});
