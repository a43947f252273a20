import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DataRightsJob } from '../../src/features/data-rights/data-rights-job.ts';
import type { RequestStep } from '../../src/features/data-rights/erasure-advance.ts';
import { ErasureRequest } from '../../src/features/data-rights/erasure-request.entity.ts';
import { ReceiptLink } from '../../src/features/data-rights/receipt-link.entity.ts';
import { Order } from '../../src/features/orders/order.entity.ts';
import { ErasureRecord } from '../../src/privacy/erasure/erasure-record.entity.ts';
import { Subject } from '../../src/privacy/subjects/subject.entity.ts';
import { testProcess } from '../built/test-process.ts';
import type { ErasureTask } from '../data-rights/erasure-process.ts';
import { letPass, withRights } from '../data-rights/rights.ts';
import { type Bought, buy } from '../shop/buy.ts';
import { openShopOn, type TestShop } from '../shop/open-test-shop.ts';
import { readCode } from '../shop/read-mailbox.ts';
import { readNumber } from '../shop/read-rows.ts';
import { shelve } from '../shop/shelve.ts';
import { travellingClock } from '../shop/travelling-clock.ts';
import { describeEachDialect, type TestStores } from '../stores/describe-dialects.ts';

const WEEK_AND_A_DAY = 8 * 24 * 60;

/** Each commit of an erasure, in its order. The re-scan after the last but one needs the files cleaned, which the shop does. */
const STEPS: readonly RequestStep[] = [
  'MAILED',
  'RECORDED',
  'ENDED',
  'INTENT',
  'LEDGER',
  'KEY',
  'EVICTED',
  'ROWS',
  'FORGOTTEN',
  'ERASED',
  'EXECUTED',
];

describeEachDialect('An erasure that somebody asked for', (open) => {
  const clock = travellingClock();
  let stores: TestStores;
  let test: TestShop;
  const guests: Bought[] = [];
  beforeAll(async () => {
    stores = await open();
    test = await openShopOn(stores, { clock });
    const { variantId } = await shelve(test.shop);
    for (const _step of STEPS) guests.push(await buy(test, [variantId]));
    await main().nativeUpdate(Order, {}, { deliveredAt: clock.now() });
  });
  afterAll(() => test.close());
  const main = () => test.shop.core.stores.main.em.fork();

  /** Asks for the erasure of an order's data, by its link and the mailed code. */
  async function ask({ shopper, token, input, placed }: Bought) {
    await shopper.requestCode(token);
    await test.shop.jobs.runDue();
    const proof = (await shopper.prove(token, await readCode(test.url, input.email))) ?? '';
    const { standing } = await withRights(shopper, proof).request({ token });
    expect(standing?.erasure?.state).toBe('SCHEDULED');
    await test.shop.jobs.runDue();
    const { subjectId } = await main().findOneOrFail(Order, { number: placed.order.number });
    const { id } = await main().findOneOrFail(ErasureRequest, { subjectId });
    return { requestId: id, subjectId };
  }

  async function killedAt(dieAt: RequestStep, requestId: string): Promise<void> {
    const { mainUrl, keysUrl, logUrl } = stores.urls;
    const task: ErasureTask = {
      env: {
        NODE_ENV: 'test',
        DATA_DIR: test.dataDir,
        DATABASE_URL: mainUrl,
        KEYS_DATABASE_URL: keysUrl,
        LOG_DATABASE_URL: logUrl,
        SANDBOX_PORT: '0',
      },
      requestId,
      now: new Date(clock.now().getTime() + WEEK_AND_A_DAY * 60_000).toISOString(),
      dieAt,
    };
    const child = spawn(process.execPath, [testProcess('erasure'), JSON.stringify(task)], {
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    expect(await once(child, 'exit')).toEqual([null, 'SIGKILL']);
  }

  it.each(STEPS.map((step, at) => [step, at] as const))(
    'is carried on by the next process after a kill -9 at %s, with one receipt in the mail',
    async (dieAt, at) => {
      const guest = guests[at];
      if (!guest) throw new Error('Nobody has bought anything.');
      const books = () => readNumber(stores.main, 'select sum(net) + sum(tax) from tax_ledger');
      const before = await books();
      const { requestId, subjectId } = await ask(guest);
      await killedAt(dieAt, requestId);

      clock.travel(WEEK_AND_A_DAY);
      await letPass(test, clock, async () => {
        const request = await main().findOneOrFail(ErasureRequest, { id: requestId });
        return request.state === 'EXECUTED';
      });
      const request = await main().findOneOrFail(ErasureRequest, { id: requestId });
      expect(request).toMatchObject({ subjectId: null, rescan: { clean: true, found: [], rows: 0, keys: 0 } });
      expect(request.measure?.records).toMatchObject({ orders: 1, payments: 1 });
      expect(await main().count(ReceiptLink, { request: requestId })).toBe(1);
      expect((await main().findOneOrFail(Subject, { id: subjectId })).state).toBe('ERASED');
      expect((await main().findOneOrFail(ErasureRecord, { subjectId })).batchId).toBeNull();
      expect((await test.shop.core.ledger.read()).erasures.has(subjectId)).toBe(true);
      expect(await main().count(Order, { subjectId })).toBe(0);
      expect(await books()).toBe(before);
      const jobs = `select count(*) from job where kind = '${DataRightsJob.ADVANCE_ERASURE}'`;
      expect(await readNumber(stores.main, jobs)).toBe(0);
    },
  );
});
