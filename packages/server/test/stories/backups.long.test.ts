import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Order } from '../../src/features/orders/order.entity.ts';
import { verifyLog } from '../../src/privacy/access-log/verify-log.ts';
import { eraseSubject } from '../../src/privacy/erasure/erase-subject.ts';
import { runCommand, runCommandWith } from '../commands/run-command.ts';
import { asShopper } from '../shop/as-shopper.ts';
import { buildOrderInput } from '../shop/build-order-input.ts';
import { type Bought, buy } from '../shop/buy.ts';
import { openShopOn, type TestShop } from '../shop/open-test-shop.ts';
import { readNumber } from '../shop/read-rows.ts';
import { filesIn, postgresFiles, scanFiles } from '../shop/scan-files.ts';
import { shelve } from '../shop/shelve.ts';
import { readSubjectMarks, type SubjectMark } from '../shop/subject-marks.ts';
import { describeEachDialect, type TestStores } from '../stores/describe-dialects.ts';

const NAME = 'Wilhelmine Quirrelmann';

describeEachDialect('A shop that is restored from a backup of before an erasure', (open, dialect) => {
  const folder = mkdtempSync(join(tmpdir(), 'barrier-backups-'));
  const data = join(folder, 'data');
  const keys = join(folder, 'keys');
  const OLD = 'barrier-2026-01-02T03-04-05-678Z.data.backup';
  let stores: TestStores;
  let test: TestShop;
  let erased: Bought;
  let subjectId: string;
  let marks: SubjectMark[];
  let living: Bought;
  let later: Bought;
  let turnover: number;
  const backups = (of: string) => readdirSync(of).filter((name) => name.endsWith('.backup'));
  const turnoverNow = () => readNumber(test.shop.core.stores.main, 'select sum(net) + sum(tax) from tax_ledger');
  const close = async () => {
    await test.close();
    // Those of the test itself: nobody may be connected.
    for (const name of ['main', 'keys', 'log'] as const) await stores[name].close(true);
  };

  beforeAll(async () => {
    stores = await open();
    test = await openShopOn(stores);
    const { variantId } = await shelve(test.shop);
    living = await buy(test, [variantId]);
    erased = await buy(test, [variantId], buildOrderInput({ recipientName: NAME }));
    const em = test.shop.core.stores.main.em.fork();
    const found = await em.findOneOrFail(Order, { number: erased.placed.order.number });
    subjectId = found.subjectId;
    await em.nativeUpdate(Order, { id: found.id }, { deliveredAt: new Date() });
    marks = await readSubjectMarks(test.shop.core.stores, subjectId);
    turnover = await turnoverNow();
    const made = await runCommand(stores, 'backup', data, '--keys', keys);
    expect(made).toMatchObject({ code: 0, stderr: '' });
    later = await buy(test, [variantId]);
    await eraseSubject(test.shop.core, subjectId);
  });
  afterAll(async () => {
    await test.close();
    rmSync(folder, { recursive: true });
  });

  it('two files were written beside the running server, of which neither shows anything, and nobody else reads them', () => {
    const files = filesIn(folder);
    expect(files.map((file) => file.slice(folder.length)).sort()).toEqual([
      expect.stringMatching(/^\/data\/barrier-[\dTZ-]+\.data\.backup$/),
      expect.stringMatching(/^\/keys\/barrier-[\dTZ-]+\.keys\.backup$/),
    ]);
    for (const file of files) {
      expect((statSync(file).mode & 0o777).toString(8)).toBe('600');
      expect(scanFiles(folder, [file], { values: [NAME, erased.placed.order.number], marks })).toEqual([]);
      expect(readFileSync(file).includes('CREATE TABLE')).toBe(false);
    }
    expect(readdirSync(stores.dataDir).filter((name) => name.includes('backup'))).toEqual([]);
  });

  it('a backup is refused whose halves would lie together, and the oldest are deleted with the next', async () => {
    for (const place of [data, join(data, 'keys'), folder]) {
      expect(await runCommand(stores, 'backup', data, '--keys', place)).toMatchObject({
        code: 2,
        stderr: expect.stringContaining('The keys must not lie in the folder of the backup') as string,
      });
    }
    rmSync(join(data, 'keys'), { recursive: true });
    writeFileSync(join(data, OLD), '');
    const unfinished = join(data, `${OLD}.part`);
    writeFileSync(unfinished, '');
    utimesSync(unfinished, 0, 0);
    const { code, stdout } = await runCommand(stores, 'backup', join(folder, 'data'));
    expect([code, stdout]).toEqual([
      0,
      expect.stringMatching(
        new RegExp(`^Written: .*\\nDeleted: ${OLD}\\nDeleted: ${OLD}\\.part\\nThe keys are not in it`),
      ),
    ]);
    const newest = backups(data).at(-1) ?? '';
    rmSync(join(data, newest));
    expect(backups(data)).toHaveLength(1);
    expect(await runCommandWith(stores, { env: { BACKUP_DAYS: '36' } }, 'backup', data)).toMatchObject({ code: 78 });
  });

  it('it is refused while the server runs', async () => {
    const { code, stderr } = await runCommand(stores, 'restore', data, '--keys', keys);
    expect([code, stderr]).toEqual([
      78,
      expect.stringMatching(/^(?:Another Barrier process uses|Somebody is connected to)/),
    ]);
    expect((await asShopper(test.url).follow(later.token)).state).toBe('PAID');
  });

  it('a backup that is damaged or cut short replaces nothing', async () => {
    await close();
    const [name = ''] = backups(data);
    const wrong = join(folder, 'wrong.data.backup');
    const whole = readFileSync(join(data, name));
    writeFileSync(wrong, whole.subarray(0, whole.length - 40_000));
    expect(await runCommand(stores, 'restore', wrong)).toMatchObject({ code: 78, stdout: '' });
    copyFileSync(join(data, name), wrong);
    expect(await runCommandWith(stores, { env: { BACKUP_KEY: 'f0'.repeat(32) } }, 'restore', wrong)).toMatchObject({
      code: 78,
      stderr: expect.stringContaining('another BACKUP_KEY') as string,
    });
    const [key = ''] = backups(keys);
    expect(await runCommand(stores, 'restore', join(keys, key))).toMatchObject({ code: 78 });
    rmSync(wrong);
    test = await openShopOn(stores);
    expect((await asShopper(test.url).follow(later.token)).state).toBe('PAID');
    expect(readdirSync(stores.dataDir).filter((one) => one.includes('restoring'))).toEqual([]);
    await test.close();
  });

  it('all three stores are as they were, and the erased is erased before anybody is served: no file holds a byte of them', async (context) => {
    const { code, stdout, stderr } = await runCommand(stores, 'restore', data, '--keys', keys);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('Erased again: rows of 1 subject, 1 key, 1 pseudonym.\nEvery living subject has a key.');
    expect(readdirSync(stores.dataDir).filter((one) => one.includes('restoring'))).toEqual([]);
    const wanted = { values: [NAME], marks };
    const ours = filesIn(stores.dataDir).filter((file) => !file.includes('sandbox-institution'));
    expect(scanFiles(stores.dataDir, ours, wanted)).toEqual([]);
    if (dialect === 'sqlite') return;
    const postgres = await postgresFiles(stores.urls);
    if (!postgres) return context.skip('The files of the server cannot be reached.');
    expect(scanFiles(postgres.folder, postgres.tables, wanted)).toEqual([]);
  });

  it('it goes on as at the backup: the living are served, the books add up, the log holds', async () => {
    test = await openShopOn(stores);
    const shopper = asShopper(test.url);
    expect((await shopper.follow(living.token)).state).toBe('PAID');
    for (const { token } of [erased, later]) {
      const { errors } = await shopper.tryToFollow(token);
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['NOT_FOUND']);
    }
    expect(await turnoverNow()).toBe(turnover);
    expect(await verifyLog(test.shop.core.stores.log)).toMatchObject({ fault: null });
    const { variantId } = await shelve(test.shop);
    await buy(test, [variantId]);
    await test.close();
  });

  it('a backup of the keys is of no use once their epoch is destroyed', async () => {
    expect(await runCommand(stores, 'keys:rotate')).toMatchObject({ code: 0 });
    const { code, stderr } = await runCommand(stores, 'restore', '--keys', keys);
    expect([code, stderr]).toEqual([
      78,
      expect.stringContaining('keyring does not open the keys of this backup, of epoch 1'),
    ]);
    expect(await runCommand(stores, 'restore:replay')).toMatchObject({ code: 0 });
  });
});
