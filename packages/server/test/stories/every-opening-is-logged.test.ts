import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifyLog, verifySubjectChain } from '../../src/privacy/access-log/verify-log.ts';
import { asShopper } from '../shop/as-shopper.ts';
import { buildOrderInput } from '../shop/build-order-input.ts';
import { type Bought, boughtBy, buy, pay, untilPaid } from '../shop/buy.ts';
import { openShopOn, type TestShop } from '../shop/open-test-shop.ts';
import { readCode, readMailbox } from '../shop/read-mailbox.ts';
import { readNumber } from '../shop/read-rows.ts';
import { shelve } from '../shop/shelve.ts';
import { fieldsOf, type Opening, readAccessLog, watchVault } from '../shop/watch-vault.ts';
import { describeEachDialect, type TestStores } from '../stores/describe-dialects.ts';

describeEachDialect('The access log', (open) => {
  let stores: TestStores;
  let test: TestShop;
  let openings: Opening[];
  let bought: Bought;
  let proof: string;
  beforeAll(async () => {
    stores = await open();
    test = await openShopOn(stores);
    openings = watchVault(test.shop);
  });
  afterAll(() => test.close());

  it('has an entry for each opening of a whole purchase, and for nothing else', async () => {
    const { variantId } = await shelve(test.shop);
    bought = await buy(test, [variantId], buildOrderInput({ shippingOptionId: 'express', phone: '+49 30 23125 417' }));
    await bought.shopper.requestCode(bought.token);
    await test.shop.jobs.runDue();
    const code = await readCode(test.url, bought.input.email);
    proof = (await bought.shopper.prove(bought.token, code)) ?? '';
    const shown = await bought.shopper.follow(bought.token, proof);
    expect(shown.recipientName.text).toBe(bought.input.recipientName);
    await fetch(`${test.url}/orders/invoice`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'order-proof': proof },
      body: JSON.stringify({ token: bought.token }),
    });

    const logged = (await readAccessLog(stores.log)).flatMap((entry) =>
      fieldsOf(entry).map((field) => ({ subjectId: entry.subjectId, field })),
    );
    // The demo's mail page opens the two mails of the person against one entry.
    const once = (list: readonly Opening[]) =>
      list
        .filter(({ field }) => field !== 'mail.message')
        .map(nameOf)
        .sort();
    expect(openings.length).toBeGreaterThan(15);
    expect(once(logged)).toEqual(once(openings));
    expect(new Set(logged.map(nameOf))).toEqual(new Set(openings.map(nameOf)));
  });

  it('says who looked, and for what', async () => {
    const entries = await readAccessLog(stores.log);
    expect(entries.map(({ viewerKind, viewerId, purpose }) => [viewerKind, viewerId, purpose].join(' '))).toEqual([
      // The answer to whoever ordered, the work on the payment, the mails, the demo's mailbox, the order with the code, the invoice.
      'subject  DATA_RIGHTS',
      'system confirm-order ORDER_PROCESSING',
      'system write-confirmation-mail ORDER_PROCESSING',
      'system mail-order-code DATA_RIGHTS',
      'system demo-mail-page DATA_RIGHTS',
      'system demo-mail-page DATA_RIGHTS',
      'system demo-mail-page DATA_RIGHTS',
      'subject  DATA_RIGHTS',
      'subject  DATA_RIGHTS',
    ]);
  });

  it('has no entry for what was only masked', async () => {
    const before = await readNumber(stores.log, 'select count(*) from access_entry');
    const opened = openings.length;
    expect((await asShopper(test.url).follow(bought.token)).email.access).toBe('MASKED');
    expect(await readNumber(stores.log, 'select count(*) from access_entry')).toBe(before);
    expect(openings).toHaveLength(opened);
  });

  it('has a chain that holds, and a checkpoint of it in the mail', async () => {
    const entries = await readNumber(stores.log, 'select count(*) from access_entry');
    expect(await verifyLog(stores.log)).toEqual({ entries, fault: null });
    const [entry] = await readAccessLog(stores.log);
    const own = (await readAccessLog(stores.log)).filter(({ subjectId }) => subjectId === entry?.subjectId);
    expect(await verifySubjectChain(stores.log, entry?.subjectId ?? '')).toEqual({ entries: own.length, fault: null });
    const mail = (await readMailbox(test.url, bought.input.email)).find(({ html }) => !/>\d{6}</.test(html));
    expect(mail?.text).toMatch(/\b3 [0-9a-f]{64}\b/);
  });

  it('that cannot be written lets nothing leave, on whatever way', async () => {
    const { variantId } = await shelve(test.shop);
    const shopper = asShopper(test.url);
    await shopper.add(variantId);
    const [input, key] = [buildOrderInput({ recipientName: 'Testa Verschlossen' }), randomUUID()];
    const opened = openings.length;
    await breakLog();
    try {
      const ordering = await shopper.tryToPlace(input, key);
      const following = await bought.shopper.tryToFollow(bought.token, proof);
      const invoice = await fetch(`${test.url}/orders/invoice`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'order-proof': proof },
        body: JSON.stringify({ token: bought.token }),
      });
      const mailbox = await fetch(`${test.url}/demo/mail`);
      for (const { errors } of [ordering, following]) {
        expect(errors.map(({ extensions }) => extensions.code)).toEqual(['INTERNAL']);
      }
      expect([invoice.status, mailbox.status]).toEqual([500, 500]);
      const answered = [ordering.body, following.body, await invoice.text(), await mailbox.text()].join();
      for (const guest of [input, bought.input]) {
        for (const value of [guest.email, guest.recipientName, guest.address.addressLine1, guest.address.city ?? '']) {
          expect(answered).not.toContain(value);
          expect(test.logged()).not.toContain(value);
        }
      }
      // Not even inside: no value was opened.
      expect(openings).toHaveLength(opened);
    } finally {
      await mendLog();
    }
    // Nothing was lost: the order stands, and the same request answers it.
    const again = boughtBy(shopper, input, await shopper.place(input, key));
    expect(again.placed.order.recipientName.text).toBe('Testa Verschlossen');
    expect(await readNumber(stores.main, 'select count(*) from placed_order')).toBe(2);
  });

  it('that cannot be written holds up the work on a payment and its mail, and they go on when it is mended', async () => {
    const { variantId } = await shelve(test.shop);
    const shopper = asShopper(test.url);
    await shopper.add(variantId);
    const input = buildOrderInput();
    const placed = boughtBy(shopper, input, await shopper.place(input));
    const failures = () => test.logged().split('"route":"/webhooks/payment"').length;
    const before = failures();
    await breakLog();
    try {
      await pay(placed);
      await expect.poll(failures, { timeout: 30_000 }).toBeGreaterThan(before);
      expect((await shopper.follow(placed.token)).state).toBe('AWAITING_PAYMENT');
    } finally {
      await mendLog();
    }
    await untilPaid(placed);
    await test.shop.jobs.runDue();
    expect(await readMailbox(test.url, input.email)).toHaveLength(1);
    expect((await verifyLog(stores.log)).fault).toBeNull();
  });

  const execute = (sql: string) => stores.log.em.getConnection().execute(sql);
  const breakLog = () => execute('alter table access_entry rename to access_entry_away');
  const mendLog = () => execute('alter table access_entry_away rename to access_entry');
});

function nameOf({ subjectId, field }: Opening): string {
  return `${subjectId} ${field}`;
}
