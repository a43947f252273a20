import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { storeOptions } from '../../src/app/stores.ts';
import { DATABASE_LIMITS } from '../../src/platform/orm/database-limits.ts';
import { doLongWork } from '../../src/platform/orm/long-work.ts';
import { RawSql } from '../../src/platform/orm/raw-sql.ts';
import { openStore, type Store } from '../../src/platform/orm/store.ts';
import { freePort } from '../shop/open-test-shop.ts';
import { type ShopProcess, startShopProcess } from '../shop/start-shop-process.ts';
import { until } from '../shop/until.ts';
import { describeEachDialect, type TestStores } from '../stores/describe-dialects.ts';
import { type MutedServer, openMutedServer } from './muted-server.ts';

const PLACES = 10;

describeEachDialect('A database that does not answer', (open, dialect) => {
  let stores: TestStores;
  beforeAll(async () => {
    stores = await open();
  });

  if (dialect === 'sqlite') {
    it('is none: there is nobody to wait for', async () => {
      await expect(doLongWork(() => new RawSql(stores.main).run('select 1 as one'))).resolves.toEqual([{ one: 1 }]);
    });
    return;
  }

  const through = (server: MutedServer) => {
    const { mainUrl, keysUrl, logUrl } = stores.urls;
    return {
      mainUrl: server.through(mainUrl),
      keysUrl: server.through(keysUrl),
      logUrl: server.through(logUrl),
    };
  };

  describe('is not waited for longer than its limits', () => {
    let server: MutedServer;
    let store: Store;
    beforeAll(async () => {
      server = await openMutedServer(stores.urls.mainUrl);
      const limits = { ...DATABASE_LIMITS, connectMs: 1_000, turnMs: 1_000, statementMs: 500, answerMs: 1_000 };
      store = await openStore({ ...storeOptions('main', through(server)), limits });
    });
    afterAll(async () => {
      await store.close(true);
      server.close();
    });
    /** A transaction in each place of the pool at once: none is over before all have begun. */
    const fillPool = async () => {
      let begun = 0;
      await Promise.all(
        Array.from({ length: PLACES }, () =>
          store.em.fork().transactional(async (em) => {
            await em.execute('select 1');
            begun += 1;
            await expect.poll(() => begun, { timeout: 20_000 }).toBe(PLACES);
          }),
        ),
      );
    };

    it('and takes every place of its pool again once it answers', async () => {
      await until('each place was taken', () =>
        fillPool().then(
          () => true,
          () => false,
        ),
      );
      server.mute();
      const inTransactions = Array.from({ length: PLACES + 2 }, () =>
        store.em.fork().transactional((em) => em.execute('select 1')),
      );
      const alone = new RawSql(store).run('select 1');
      const answers = await Promise.allSettled<unknown>([...inTransactions, alone]);
      for (const answer of answers) expect(answer).toMatchObject({ status: 'rejected', reason: { code: 'ETIMEDOUT' } });
      server.unmute();
      await until('each place was taken', () =>
        fillPool().then(
          () => true,
          () => false,
        ),
      );
    });
  });

  it('says itself that a statement took too long, unless the work is long', async () => {
    const limits = { ...DATABASE_LIMITS, statementMs: 1_000 };
    const store = await openStore({ ...storeOptions('main', stores.urls), limits, poolSize: 1 });
    const sql = new RawSql(store);
    const slow = 'select pg_sleep(3)';
    await expect(sql.run(slow)).rejects.toMatchObject({ code: '57014' });
    await doLongWork(() => sql.transaction((run) => run(slow)));
    await expect(sql.run(slow)).rejects.toMatchObject({ code: '57014' });
    await store.close(true);
  });

  describe('leaves a process', () => {
    let server: MutedServer;
    let environment: Record<string, string> & { PORT: string };
    const running: ShopProcess[] = [];
    beforeAll(async () => {
      server = await openMutedServer(stores.urls.mainUrl);
      const { mainUrl, keysUrl, logUrl } = through(server);
      environment = {
        DATA_DIR: stores.dataDir,
        DATABASE_URL: mainUrl,
        KEYS_DATABASE_URL: keysUrl,
        LOG_DATABASE_URL: logUrl,
        PORT: String(await freePort()),
        SANDBOX_PORT: '0',
      };
    });
    afterAll(async () => {
      for (const process of running) await process.end('SIGKILL');
      server.close();
    });

    it('that says it is not ready, and ends when it is told to', async () => {
      const process = await startShopProcess(environment);
      running.push(process);
      const ready = async () => (await fetch(`${process.url}/health/ready`)).status;
      server.mute();
      expect(await ready()).toBe(503);
      server.unmute();
      await until('it is ready again', async () => (await ready()) === 200);
      server.mute();
      await process.end('SIGTERM');
      // It may take its time: what it waits for has up to 25 seconds.
    }, 180_000);

    it('that says so instead of starting', async () => {
      const start = startShopProcess(environment);
      await expect(start).rejects.toThrow('The main store cannot be opened: the server cannot be reached (ETIMEDOUT).');
    });
  });
});
