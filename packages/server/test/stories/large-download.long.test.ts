import { setTimeout as pause } from 'node:timers/promises';
import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { PersonSubject } from '../../src/features/accounts/person-subject.entity.ts';
import { checkOrderInput } from '../../src/features/checkout/check-order-input.ts';
import { createOrder } from '../../src/features/checkout/store-order.ts';
import { DataDownload } from '../../src/features/data-rights/download/data-download.entity.ts';
import { DownloadPart } from '../../src/features/data-rights/download/download-part.entity.ts';
import { writeArchive } from '../../src/features/data-rights/download/write-archive.ts';
import { createSubject, prepareSubject } from '../../src/privacy/subjects/create-subject.ts';
import { asCustomer } from '../shop/as-customer.ts';
import { buildOrderInput } from '../shop/build-order-input.ts';
import { fetchDownload, ownData } from '../shop/data-rights.ts';
import { freePort, openShopOn, type TestShop } from '../shop/open-test-shop.ts';
import { startShopProcess } from '../shop/start-shop-process.ts';
import { watchVault } from '../shop/watch-vault.ts';
import { describeEachDialect } from '../stores/describe-dialects.ts';

const ORDERS = 500;
const SUMS = { subtotal: 5_800, discount: 0, shipping: 490, includedTax: 1_004, taxRate: 1_900, total: 6_290 };

describeEachDialect('A copy for somebody who has ordered 500 times', (open) => {
  it('is written a few orders at a time, and after kill -9 in the middle goes on where it was', async () => {
    const stores = await open();
    const first = await openShopOn(stores);
    const customer = asCustomer(first);
    const { id } = await customer.join('five.hundred@example.org');
    for (let count = 0; count < ORDERS; count += 1) await addOrder(first, id);
    const { download } = await ownData(customer).request();
    await first.shop.jobs.runDue();
    expect((await ownData(customer).download()).download).toMatchObject({ state: 'READY', percent: 100 });

    // Whoever reads slowly keeps the shop from opening the rest.
    const openings = watchVault(first.shop);
    const row = await stores.main.em.fork().findOneOrFail(DataDownload, { id: download?.id ?? '' });
    let largest = 0;
    let pieces = 0;
    let opened = 0;
    for await (const piece of writeArchive(first.shop.downloads, row)) {
      largest = Math.max(largest, piece.length);
      // The first are names and heads of files.
      if (piece.length > 1_000 && ++pieces === 1) opened = openings.length;
    }
    expect(pieces).toBeGreaterThan(2);
    expect(opened).toBeGreaterThan(0);
    expect(opened).toBeLessThan(ORDERS / 2);
    expect(openings).toHaveLength(ORDERS + 1);
    expect(largest).toBeLessThan(256 * 1024);

    const { linkToken } = await ownData(customer).link(download?.id ?? '');
    const { files } = await fetchDownload(first.url, linkToken ?? '');
    expect((JSON.parse(files?.['data.json'] ?? '{}') as { parts: unknown[] }).parts).toHaveLength(ORDERS + 1);
    expect(parse(files?.['orders.csv'] ?? '', { columns: true, bom: true })).toHaveLength(ORDERS);
    const { publicUrl } = first.shop.config;
    const cookie = customer.cookie();
    await first.close();

    const { mainUrl, keysUrl, logUrl } = stores.urls;
    const env = {
      DATA_DIR: stores.dataDir,
      DATABASE_URL: mainUrl,
      KEYS_DATABASE_URL: keysUrl,
      LOG_DATABASE_URL: logUrl,
      PUBLIC_URL: publicUrl,
      PORT: new URL(publicUrl).port,
      SANDBOX_PORT: String(await freePort()),
    };
    const killed = await startShopProcess(env);
    const own = ownData(asCustomer(first, cookie));
    const asked = await own.request();
    const copied = () => stores.main.em.fork().count(DownloadPart, { content: { $ne: null } });
    while ((await copied()) < 20) await pause(1);
    await killed.end('SIGKILL');
    const halfWay = await stores.main.em.fork().findOneOrFail(DataDownload, { id: asked.download?.id ?? '' });
    expect(halfWay.state).toBe('BUILDING');
    expect(await copied()).toBeLessThan(ORDERS);

    const next = await startShopProcess(env);
    expect((await own.download()).download?.percent).toBeGreaterThan(2);
    expect((await own.link(halfWay.id)).refusal).toBe('DOWNLOAD_GONE');
    // Until the lease of the killed process has run out.
    await expect
      .poll(async () => (await own.download()).download?.state, { timeout: 180_000, interval: 500 })
      .toBe('READY');
    const { linkToken: link } = await own.link(halfWay.id);
    const { files: whole } = await fetchDownload(next.url, link ?? '');
    expect(parse(whole?.['orders.csv'] ?? '', { columns: true, bom: true })).toHaveLength(ORDERS);
    await next.end('SIGTERM');
  });
});

/** An order as an account's, by the shop's own code, but for cart and payment. */
async function addOrder({ shop }: TestShop, accountId: string): Promise<void> {
  const { core } = shop;
  const { checked } = checkOrderInput(buildOrderInput());
  if (!checked) throw new Error('The order was refused.');
  const prepared = await prepareSubject(core, 'GUEST_ORDER');
  const now = core.clock.now();
  const line = {
    variantId: '',
    sku: 'CALM-30',
    title: 'Calm Drops',
    variantTitle: '30 ml',
    quantity: 2,
    unitPrice: 2_900,
  };
  const content = { lines: [{ ...line, discount: 0, linePrice: 5_800, includedTax: 926 }], reservations: [] };
  await core.stores.main.em.fork().transactional(async (em) => {
    const subject = createSubject(em, prepared);
    await createOrder(core, em, subject, { checked, sums: SUMS, language: 'EN', content }, now);
    em.create(PersonSubject, { subjectId: subject.id, accountId, linkedAt: now });
  });
}
