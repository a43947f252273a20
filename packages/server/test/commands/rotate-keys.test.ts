import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ownSql } from '../../src/platform/orm/own-sql.ts';
import { DataKeyCache } from '../../src/privacy/keys/data-key-cache.ts';
import { readEpochs } from '../../src/privacy/keys/key-epochs.ts';
import { createKeyStore } from '../../src/privacy/keys/key-store.ts';
import { prepareSubject } from '../../src/privacy/subjects/create-subject.ts';
import { spawnCore } from '../privacy/spawn-core.ts';
import { openShopOn, type TestShop } from '../shop/open-test-shop.ts';
import { describeEachDialect, type TestStores } from '../stores/describe-dialects.ts';
import { runCommand } from './run-command.ts';

describeEachDialect('The command keys:rotate, beside a running server', (open) => {
  let stores: TestStores;
  let server: TestShop;
  beforeAll(async () => {
    stores = await open();
    server = await openShopOn(stores);
  });
  afterAll(() => server.close());

  const states = async () => (await readEpochs(ownSql(stores.keys).run)).map(({ state }) => state);
  const inKeyring = () => {
    const file = readFileSync(join(stores.dataDir, 'keyring.json'), 'utf8');
    return Object.keys((JSON.parse(file) as { epochs: object }).epochs);
  };
  const makeKeys = async (count: number) => {
    const ids: string[] = [];
    for (let i = 0; i < count; i += 1) ids.push((await prepareSubject(server.shop.core, 'GUEST_ORDER')).id);
    return ids;
  };
  /** Loads keys in the server as if it had none in its memory. */
  const missing = async (ids: string[]) => {
    const { provider, clock } = server.shop.core;
    const keys = createKeyStore({
      sql: ownSql(server.shop.core.stores.keys),
      provider,
      cache: new DataKeyCache(),
      clock,
    });
    const lease = await keys.lease(ids);
    return ids.filter((id) => !lease.has(id));
  };

  it('re-wraps all keys and destroys the old epoch while the server makes and loads keys', async () => {
    const ids = await makeKeys(30);
    let rotating = true;
    const serving = (async () => {
      while (rotating) {
        ids.push(...(await makeKeys(1)));
        expect(await missing(ids.slice(-3))).toEqual([]);
        // SQLite answers at once: without this the end of the command would never be heard of.
        await setImmediate();
      }
    })();
    const { code, stdout, stderr } = await runCommand(stores, 'keys:rotate');
    rotating = false;
    await serving;
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^Epoch 2 is active, \d+ keys re-wrapped\.\nEpoch 1 is destroyed, final as of \S+\.\n$/);
    expect([await states(), inKeyring()]).toEqual([['DESTROYED', 'ACTIVE'], ['2']]);
    expect(await missing(ids)).toEqual([]);
  });

  it('leaves the destroyed epoch in no memory of the server', async () => {
    const { provider } = server.shop.core;
    const context = { keyId: 'key-1', subjectId: 'subject-1' };
    const wrapped = await provider.wrap(2, Buffer.alloc(32), context);
    await runCommand(stores, 'keys:rotate');
    await expect(provider.unwrap(2, wrapped, context)).rejects.toMatchObject({ code: 'EPOCH_GONE' });
  });

  it('takes up what a kill -9 cut short, without another epoch', async () => {
    const ids = await makeKeys(230);
    const killed = await spawnCore(stores);
    expect(await killed.ask({ task: 'rotate', dieAfter: 1 })).toBe('killed');
    expect((await states()).slice(-2)).toEqual(['RETIRED', 'ACTIVE']);
    const epochs = (await states()).length;
    const { code, stdout } = await runCommand(stores, 'keys:rotate');
    expect([code, stdout]).toEqual([
      0,
      expect.stringMatching(/^Epoch 4 is active, \d+ keys re-wrapped\.\nEpoch 3 is destr/),
    ]);
    expect((await states()).slice(-2)).toEqual(['DESTROYED', 'ACTIVE']);
    expect((await states()).length).toBe(epochs);
    expect(await missing(ids)).toEqual([]);
  });
});
