import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { ErasureRequest } from '../../src/features/data-rights/erasure-request.entity.ts';
import { Order } from '../../src/features/orders/order.entity.ts';
import { type ErasureWorld, openErasureWorld, RECEIPT } from '../data-rights/open-erasure-world.ts';
import { letPass, mailsTo, withRights } from '../data-rights/rights.ts';
import { asShopper } from '../shop/as-shopper.ts';
import { describeEachDialect } from '../stores/describe-dialects.ts';

const DAY = 24 * 60;

describeEachDialect('An erasure at once', (open) => {
  let world: ErasureWorld;
  beforeAll(async () => {
    world = await openErasureWorld(await open());
  });
  afterAll(() => world.close());

  it('of one order ends what is not paid, gives its goods back, and leaves the rest of the account alone', async () => {
    const { test, clock } = world;
    const [owner] = world.owners;
    const number = await owner.orderAgain();
    const rights = withRights(owner.customer);
    expect(await world.reserved()).toBe(1);
    const token = (await rights.request({ number, atOnce: true })).receiptToken ?? '';
    await letPass(test, clock, world.isChecked(token));
    expect(await world.receiptOf(token)).toMatchObject({ scope: 'ORDER', rescan: { clean: true, found: [] } });
    expect(await world.reserved()).toBe(0);
    expect((await rights.standing())?.orders.map((left) => left.number)).toEqual([owner.number]);
    expect(await owner.customer.me()).not.toBeNull();
  });

  it('by a guest is executed within minutes; its link leads nowhere then', async () => {
    const { test, clock, guest, relay } = world;
    const { token, shopper, input } = guest;
    await world.deliver(guest.placed.order.number);
    const rights = withRights(shopper, await world.proofFor(guest));
    const receiptToken = (await rights.request({ token, atOnce: true })).receiptToken ?? '';
    await letPass(test, clock, world.isChecked(receiptToken));
    expect(await world.receiptOf(receiptToken)).toMatchObject({ state: 'EXECUTED', rescan: { clean: true } });
    expect((await shopper.tryToFollow(token)).errors[0]?.extensions.code).toBe('NOT_FOUND');
    expect(mailsTo(relay, input.email)[0]).toMatch(RECEIPT);
  });

  it('brings forward one that is scheduled', async () => {
    const { test, clock } = world;
    const [, owner] = world.owners;
    await owner.signInAgain();
    await world.deliver(owner.number);
    const rights = withRights(owner.customer);
    expect((await rights.request()).standing?.erasure?.state).toBe('SCHEDULED');
    const token = (await rights.request({ atOnce: true })).receiptToken ?? '';
    await letPass(test, clock, world.isChecked(token));
    expect(await owner.customer.me()).toBeNull();
    clock.travel(8 * DAY);
    await test.shop.jobs.runDue();
    expect(await world.receiptOf(token)).toMatchObject({ state: 'EXECUTED', rescan: { clean: true } });
  });

  it('is executed without the receipt in the mail if no relay takes it for a day, and not before; becomes final, and is forgotten', async () => {
    const { test, clock, relay } = world;
    const [owner] = world.owners;
    await world.deliver(owner.number);
    await owner.signInAgain();
    const rights = withRights(owner.customer);
    relay.refuseWith = 451;
    const token = (await rights.request({ atOnce: true })).receiptToken ?? '';
    await test.shop.jobs.runDue();
    clock.travel(23 * 60);
    await test.shop.jobs.runDue();
    expect(await world.receiptOf(token)).toMatchObject({ state: 'EXECUTING', executedAt: null });
    expect((await rights.cancel()).userErrors).toEqual([{ code: 'TOO_LATE' }]);
    clock.travel(2 * 60);
    await letPass(test, clock, world.isChecked(token));
    expect(await world.receiptOf(token)).toMatchObject({ state: 'EXECUTED', isFinal: false, rescan: { clean: true } });
    expect(mailsTo(relay, owner.email).some((mail) => RECEIPT.test(mail))).toBe(false);
    relay.refuseWith = null;

    clock.travel(31 * DAY);
    await test.shop.jobs.runDue();
    const final = { isFinal: true, statement: expect.stringContaining('no copy') as string };
    expect(await world.receiptOf(token)).toMatchObject(final);
    clock.travel(366 * DAY);
    await test.shop.jobs.runDue();
    const anybody = withRights(asShopper(test.url));
    const [over, madeUp] = [await anybody.receipt(token), await anybody.receipt('made-up')];
    expect(over.errors[0]?.extensions.code).toBe('NOT_FOUND');
    expect(over.body).toBe(madeUp.body);
  });
});

describeEachDialect('Two erasures of the same data', (open) => {
  let world: ErasureWorld;
  beforeAll(async () => {
    world = await openErasureWorld(await open());
  });
  afterAll(() => world.close());

  it('of an order and then of its account, say that they are executed when everything is gone, and not before', async () => {
    const { test, clock, main } = world;
    const [owner] = world.owners;
    await world.deliver(owner.number);
    const number = await owner.orderAgain();
    const rights = withRights(owner.customer);
    const away = test.shop.core.registry.endings.map((ending) =>
      vi.spyOn(ending, 'bringToEnd').mockRejectedValue(new Error('The institution is away.')),
    );
    const ofOrder = (await rights.request({ number, atOnce: true })).receiptToken ?? '';
    await letPass(test, clock, async () => (await main().count(ErasureRequest, { state: 'ERASING' })) === 1);
    const ofAccount = (await rights.request({ atOnce: true })).receiptToken ?? '';
    for (let minute = 0; minute < 5; minute += 1) {
      await test.shop.jobs.runDue();
      clock.travel(1);
    }
    for (const token of [ofOrder, ofAccount])
      expect(await world.receiptOf(token)).toMatchObject({ state: 'EXECUTING', executedAt: null, rescan: null });
    expect(await main().count(Order, { number })).toBe(1);

    for (const spy of away) spy.mockRestore();
    for (const token of [ofOrder, ofAccount]) {
      await letPass(test, clock, world.isChecked(token));
      expect(await world.receiptOf(token)).toMatchObject({ state: 'EXECUTED', rescan: { clean: true } });
      expect((await world.receiptOf(token))?.finalAt).not.toBeNull();
    }
    expect(await main().count(Order, { number })).toBe(0);
  });
});
