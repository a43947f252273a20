import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asShopper } from '../shop/as-shopper.ts';
import { order, pay, untilPaid } from '../shop/buy.ts';
import { freePort } from '../shop/open-test-shop.ts';
import { shelve } from '../shop/shelve.ts';
import { type ShopProcess, startShopProcess } from '../shop/start-shop-process.ts';
import { describeEachDialect, type TestStores } from '../stores/describe-dialects.ts';

describeEachDialect('Several server processes on one data folder', (open, dialect) => {
  let stores: TestStores;
  let common: Record<string, string>;
  let variantId: string;
  const running: ShopProcess[] = [];
  const start = async (overrides: Record<string, string> = {}) => {
    const process = await startShopProcess({ ...common, PORT: String(await freePort()), ...overrides });
    running.push(process);
    return process;
  };
  beforeAll(async () => {
    stores = await open();
    ({ variantId } = await shelve({ core: { stores }, catalogue: { refresh: async () => undefined } }));
    const { mainUrl, keysUrl, logUrl } = stores.urls;
    common = {
      DATA_DIR: stores.dataDir,
      DATABASE_URL: mainUrl,
      KEYS_DATABASE_URL: keysUrl,
      LOG_DATABASE_URL: logUrl,
      PUBLIC_URL: `http://localhost:${await freePort()}`,
      SANDBOX_PORT: String(await freePort()),
    };
  });
  afterAll(async () => {
    for (const process of running) await process.end('SIGKILL');
  });

  if (dialect === 'sqlite') {
    it('are refused: one serves, and the next says why not', async () => {
      await start();
      await expect(start()).rejects.toThrow(/Another Barrier process uses/);
    });
    return;
  }

  describe('of which the first runs the payment institution', () => {
    let first: ShopProcess;
    let second: ShopProcess;
    beforeAll(async () => {
      first = await start();
      second = await start();
    });
    /** An order is what its state says at the other process too. */
    const stateAt = async ({ url }: ShopProcess, token: string) => (await asShopper(url).follow(token)).state;

    it('say each where it serves, beside the address of the shop', async () => {
      for (const { url, output } of [first, second]) {
        await expect.poll(output).toMatch(new RegExp(`^ {2}This process +http://127.0.0.1:${new URL(url).port}$`, 'm'));
        expect(output()).toMatch(new RegExp(`^ {2}Shop +${common.PUBLIC_URL}$`, 'm'));
      }
    });

    it('let a purchase begun at one be paid and seen at the other', async () => {
      for (const [here, there] of [
        [first, second],
        [second, first],
      ] as const) {
        const bought = await order(here, [variantId]);
        expect(await stateAt(there, bought.token)).toBe('AWAITING_PAYMENT');
        // The link of the order has it paid at the other one.
        const shopper = asShopper(there.url);
        const paymentUrl = await shopper.askToPay(bought.token);
        expect(new URL(paymentUrl ?? '').port).toBe(common.SANDBOX_PORT);
        await pay({ shopper, token: bought.token, placed: { ...bought.placed, paymentUrl } });
        await untilPaid({ shopper, token: bought.token });
        expect(await stateAt(here, bought.token)).toBe('PAID');
      }
    });

    it('go on with the payments of one that was killed', async () => {
      const bought = await order(first, [variantId]);
      expect(bought.placed.paymentUrl).not.toBeNull();
      await first.end('SIGKILL');
      // At the very address that the customer was given.
      await expect
        .poll(() => pay({ ...bought, shopper: asShopper(second.url) }).then(() => 'paid', String), { timeout: 30_000 })
        .toBe('paid');
      await untilPaid({ shopper: asShopper(second.url), token: bought.token });
      expect(second.output()).toContain('this process runs the sandbox institution now');

      const third = await start();
      const later = await order(third, [variantId]);
      await pay(later);
      await untilPaid({ shopper: asShopper(second.url), token: later.token });
      await second.end('SIGTERM');
      const last = await order(third, [variantId]);
      await pay(last);
      await untilPaid(last);
    });

    it('are refused a start beside one that is reached by another address, or at another port', async () => {
      const other = start({ PUBLIC_URL: `http://localhost:${await freePort()}` });
      await expect(other).rejects.toThrow(/set PUBLIC_URL alike for all processes/);
      await expect(start({ SANDBOX_PORT: String(await freePort()) })).rejects.toThrow(/share one SANDBOX_PORT/);
    });
  });
});
