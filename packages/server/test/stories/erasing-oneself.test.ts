import { afterAll, beforeAll, expect, it } from 'vitest';
import { fillPrivacyRegistry } from '../../src/app/registries.ts';
import { AccountSession } from '../../src/features/accounts/account-session.entity.ts';
import { ErasureRequest } from '../../src/features/data-rights/erasure-request.entity.ts';
import { Order } from '../../src/features/orders/order.entity.ts';
import { ErasureRecord } from '../../src/privacy/erasure/erasure-record.entity.ts';
import { type ErasureWorld, openErasureWorld, RECEIPT } from '../data-rights/open-erasure-world.ts';
import { letPass, mailsTo, withRights } from '../data-rights/rights.ts';
import { asCustomer } from '../shop/as-customer.ts';
import { asShopper } from '../shop/as-shopper.ts';
import { describeEachDialect } from '../stores/describe-dialects.ts';

const DAY = 24 * 60;

it('Whatever an erasure deletes is called something in every language by the registry', () => {
  const nameless = fillPrivacyRegistry().erasures.filter(({ title }) => !title?.EN || !title.DE || !title.ZH);
  expect(nameless.map(({ name }) => name)).toEqual([]);
});

describeEachDialect('Whoever has their data erased', (open) => {
  let world: ErasureWorld;
  beforeAll(async () => {
    world = await openErasureWorld(await open());
  });
  afterAll(() => world.close());

  it('needs a fresh sign-in, sees what becomes of each order, and learns nothing of the orders of others', async () => {
    const [owner, stranger] = world.owners;
    const number = await owner.orderAgain();
    const rights = withRights(owner.customer);
    const strange = withRights(stranger.customer);
    const [others, unknown] = [await strange.request({ number }), await strange.request({ number: 'BR-0000-0000' })];
    expect(others).toEqual(unknown);
    expect(others.refusal).toBe('NOT_FOUND');
    expect((await rights.preview())?.orders).toMatchObject([
      { number, fate: 'ENDED_FIRST' },
      { number: owner.number, fate: 'FINISHED_FIRST' },
    ]);
    expect((await rights.preview({ number }))?.orders).toHaveLength(1);

    const elevenMinutesAgo = new Date(world.clock.now().getTime() - 11 * 60_000);
    await world.main().nativeUpdate(AccountSession, {}, { provedAt: elevenMinutesAgo });
    expect((await rights.request()).userErrors).toEqual([{ code: 'NOT_FRESH' }]);
    expect((await rights.request({ token: owner.bought.token })).userErrors).toEqual([{ code: 'NOT_FRESH' }]);
    expect(await rights.standing()).toMatchObject({ isFresh: false, erasure: null });
  });

  it('as a guest needs link and mailed code, waits for a paid order to be delivered, and may cancel until then', async () => {
    const { guest, test } = world;
    const { token, shopper } = guest;
    const { number } = guest.placed.order;
    const rights = withRights(shopper, await world.proofFor(guest));
    expect((await withRights(shopper).request({ token })).refusal).toBe('FORBIDDEN');
    expect((await rights.request({ token: world.owners[0].bought.token })).refusal).toBe('FORBIDDEN');
    expect((await rights.request()).refusal).toBe('UNAUTHENTICATED');

    const asked = await rights.request({ token, atOnce: true });
    expect(asked.standing?.erasure).toMatchObject({ state: 'SCHEDULED', waitsFor: [number] });
    await test.shop.jobs.runDue();
    const waiting = await world.receiptOf(asked.receiptToken ?? '');
    expect(waiting).toMatchObject({ state: 'SCHEDULED', executedAt: null, rescan: null });
    expect((await rights.cancel({ token })).standing?.erasure).toBeNull();
    await world.deliver(number);
    world.clock.travel(11);
    await test.shop.jobs.runDue();
    expect((await shopper.follow(token)).number).toBe(number);
    expect(await world.receiptOf(asked.receiptToken ?? '')).toMatchObject({ state: 'CANCELLED' });
  });

  it('with an account may cancel for a week, and is gone after it, with a receipt mailed before', async () => {
    const { test, relay, clock, main } = world;
    const { email, customer, number, bought, signInAgain } = world.owners[1];
    await signInAgain();
    await world.deliver(number);
    const rights = withRights(customer);
    const before = await world.books();
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

    const [scheduled, twice] = await Promise.all([rights.request(), rights.request()]);
    expect(scheduled.standing?.erasure).toMatchObject({ state: 'SCHEDULED', waitsFor: [] });
    const { dueAt = '' } = scheduled.standing?.erasure ?? {};
    expect(Date.parse(dueAt) - clock.now().getTime()).toBeGreaterThan(6.9 * 86_400_000);
    expect(twice.standing?.erasure?.dueAt).toBe(dueAt);
    expect((await rights.request()).standing?.erasure?.dueAt).toBe(dueAt);
    await test.shop.jobs.runDue();
    expect(mailsTo(relay, email).filter((mail) => /\/en\/account\/privacy/.test(mail))).toHaveLength(1);
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
    await letPass(test, clock, world.isChecked(token));

    const { body, data } = await withRights(asShopper(test.url)).receipt(token);
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
    expect(await world.books()).toEqual(before);
    // Nothing says any more who belonged together, or whose the receipt is.
    expect(await main().count(ErasureRecord, { batchId: { $ne: null } })).toBe(0);
    expect(await main().count(ErasureRequest, { subjectId: { $ne: null } })).toBe(0);
    const mails = mailsTo(relay, email).length;
    await asCustomer(test).requestCode(email);
    await test.shop.jobs.runDue();
    expect(mailsTo(relay, email)).toHaveLength(mails);
  });
});
