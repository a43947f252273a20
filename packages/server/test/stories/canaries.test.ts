import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { Job } from '../../src/platform/jobs/job.entity.ts';
import { RawSql, type SqlValue } from '../../src/platform/orm/raw-sql.ts';
import { missingFieldsOf } from '../../src/privacy/canary/missing-fields.ts';
import { CANARY_LIFE_MS } from '../../src/privacy/canary/tend-canaries.ts';
import { ControlOutcome } from '../../src/privacy/controls/control-outcome.entity.ts';
import { eraseSubject } from '../../src/privacy/erasure/erase-subject.ts';
import { Subject } from '../../src/privacy/subjects/subject.entity.ts';
import { type Bought, buy } from '../shop/buy.ts';
import { openShopOn, type TestShop } from '../shop/open-test-shop.ts';
import { countRows } from '../shop/read-rows.ts';
import { type Shelved, shelve } from '../shop/shelve.ts';
import { type TravellingClock, travellingClock } from '../shop/travelling-clock.ts';
import { describeEachDialect, type TestStores } from '../stores/describe-dialects.ts';

const MINUTES_OF_LIFE = CANARY_LIFE_MS / 60_000;

describeEachDialect('A canary', (open, dialect) => {
  let stores: TestStores;
  let test: TestShop;
  let clock: TravellingClock;
  let shelved: Shelved;
  let bought: Bought;
  let before: Record<string, number>;
  beforeAll(async () => {
    clock = travellingClock();
    stores = await open();
    test = await openShopOn(stores, { clock });
    shelved = await shelve(test.shop);
    bought = await buy(test, [shelved.variantId]);
    await test.shop.jobs.runDue();
    before = await countRows(stores);
    await comeRound('tend-canaries');
  });
  beforeEach(async () => {
    await run('update product set source_fields = ?', ['{}']);
    await run('update placed_order set shipping_option_id = ?', ['standard']);
    // What was written over is gone from the files once the log of writes is.
    if (dialect === 'sqlite') await run('pragma wal_checkpoint(truncate)');
  });
  afterAll(() => test.close());

  const core = () => test.shop.core;
  const em = () => stores.main.em.fork();
  const run = (text: string, values: SqlValue[] = []) => new RawSql(stores.main).run(text, values);
  const living = () => em().find(Subject, { kind: 'CANARY', state: 'ACTIVE' });
  /** Has a recurring job come round again. */
  async function comeRound(kind: string): Promise<void> {
    await em().nativeUpdate(Job, { kind }, { runAt: new Date(0) });
    await test.shop.jobs.runDue();
  }
  async function outcome(name: string) {
    await comeRound('run-controls');
    return em().findOneOrFail(ControlOutcome, { name });
  }
  /** Expects the control at rest to be red, and its report to say all but the value. */
  async function expectRed(...places: string[]): Promise<void> {
    const { state, finding } = await outcome('canaries at rest');
    for (const place of ['Values of a canary are in the clear: ', ...places]) expect(finding).toContain(place);
    expect(state).toBe('RED');
    const reports = test
      .logged()
      .split('\n')
      .filter((line) => line.includes('CONTROL_RED'));
    expect(JSON.parse(reports.at(-1) ?? '')).toMatchObject({ level: 50, control: 'canaries at rest', finding });
    expect(await (await fetch(`${test.url}/metrics`)).text()).toContain(
      'privacy_control{name="canaries at rest",clause="P4.1"} 0',
    );
    expect((finding + test.logged()).toLowerCase()).not.toContain(core().canary.stem);
  }

  it('is planted with a value in every sealed property there is, and in rows of real kinds', async () => {
    const [canary, ...others] = await living();
    expect(others).toEqual([]);
    expect(await missingFieldsOf(core(), canary?.id ?? '')).toEqual([]);
    const added = Object.entries(await countRows(stores)).flatMap(([table, rows]) =>
      rows === before[table] ? [] : [[table, rows - (before[table] ?? 0)]],
    );
    // No job, no link, no reservation, nothing in a ledger, no entry in the log.
    expect(Object.fromEntries(added)).toEqual({
      'main.subject': 1,
      'main.account': 1,
      'main.consent_record': 1,
      'main.email_change': 1,
      'main.saved_address': 1,
      'main.account_session': 1,
      'main.passkey': 1,
      'main.totp_factor': 1,
      'main.recovery_code': 1,
      'main.data_download': 1,
      'main.download_part': 1,
      'main.placed_order': 1,
      'main.payment': 1,
      'main.mail': 1,
      'keys.subject_key': 1,
    });
  });

  it('is in no figure, no list and no series', async () => {
    const metrics = await (await fetch(`${test.url}/metrics`)).text();
    expect(metrics).toContain('orders_total{state="AWAITING_PAYMENT"} 1');
    expect(metrics).not.toContain('LAPSED');
    expect(metrics).not.toContain('payments_total{state="EXPIRED"}');
    const spool = await (await fetch(`${test.url}/demo/mail`)).text();
    expect(spool.match(/href="\/demo\/mail\/[^"]+"/g)).toHaveLength(1);
    expect(await run('select 1 from placed_order where invoice_number is not null')).toHaveLength(1);
  });

  it('is found nowhere in a healthy shop after a guest has ordered and paid', async () => {
    const { state, finding } = await outcome('canaries at rest');
    expect(finding).toMatch(/^No value of a canary is in the clear in \d+ files and tables\.$/);
    expect(state).toBe('GREEN');
    expect(await outcome('canaries in the log')).toMatchObject({ state: 'GREEN' });
  });

  if (dialect === 'sqlite') {
    it('is looked for without releasing the locks of the database: a command that ends leaves its log of writes alone', async () => {
      const main = join(stores.dataDir, 'main.db');
      await run('update product set source_fields = ?', ['{"written":"just now"}']);
      await outcome('canaries at rest');
      // Another process that uses the database and ends, and one that would like the folder for itself.
      const command = `const [main, lock] = process.argv.slice(1).map((file) => new (require('better-sqlite3'))(file, { timeout: 0 }));
        main.prepare('select * from product').get();
        main.close();
        try { lock.exec('begin exclusive'); console.log('LOCKED'); } catch (error) { console.log(error.code); }`;
      const said = execFileSync(process.execPath, ['-e', command, main, join(stores.dataDir, 'process.lock')], {
        cwd: join(import.meta.dirname, '../..'),
        encoding: 'utf8',
      });
      expect(said.trim()).toBe('SQLITE_BUSY');
      expect(existsSync(`${main}-wal`)).toBe(true);
    });
  }

  it('turns the control red when its address stands in a clear column, until it is gone', async () => {
    await run('update placed_order set shipping_option_id = ? where number = ?', [
      core().canary.word('order.deliveryAddress').toUpperCase(),
      bought.placed.order.number,
    ]);
    await expectRed(
      'DELIVERY_ADDRESS in main.placed_order.shipping_option_id',
      ...(dialect === 'sqlite' ? ['DELIVERY_ADDRESS in file main.db'] : []),
    );
  });

  it('turns it green again once nothing is left', async () => {
    expect(await outcome('canaries at rest')).toMatchObject({ state: 'GREEN' });
  });

  it('turns it red when its phone number and name stand in a JSON column', async () => {
    const { canary } = core();
    const value = { note: `Für "${canary.word('order.recipientName')}"`, tel: [canary.phone] };
    await run('update product set source_fields = ? where id = ?', [JSON.stringify(value), shelved.productId]);
    await expectRed('NAME in main.product.source_fields', 'PHONE in main.product.source_fields');
  });

  it('turns it red when its e-mail address stands in a file of the data folder in base64', async () => {
    const folder = join(stores.dataDir, 'cache', 'export');
    mkdirSync(folder, { recursive: true });
    const json = JSON.stringify({ a: 1, to: core().canary.email });
    writeFileSync(join(folder, 'dump.txt'), `${'x'.repeat(65_530)}${Buffer.from(json).toString('base64')}`);
    await expectRed(`EMAIL in file ${join('cache', 'export', 'dump.txt')}`);
    rmSync(folder, { recursive: true });
    writeFileSync(join(stores.dataDir, `${core().canary.email}.eml`), 'empty');
    await expectRed('EMAIL in a file that is named so');
    rmSync(join(stores.dataDir, `${core().canary.email}.eml`));
  });

  it('turns the control of the log red, for a day, when a line holds a part of it', async () => {
    const word = core().canary.word('order.content');
    test.shop.logger.child({ of: 'the test' }).info({ goods: [{ title: word.toLowerCase() }] }, 'a careless line');
    await expect.poll(() => test.logged()).toContain('"code":"CANARY_LOGGED","category":"ORDER_RECORD"');
    expect(await outcome('canaries in the log')).toMatchObject({
      state: 'RED',
      clause: 'P4.4',
      finding: 'Lines of the log held values of a canary within a day: ORDER_RECORD.',
    });
    clock.travel(24 * 60 + 1);
    expect(await outcome('canaries in the log')).toMatchObject({ state: 'GREEN' });
  });

  it('is erased and replaced when it is old, when somebody erases it, and when retention takes a value', async () => {
    const ids = [(await living())[0]?.id];
    const nextOne = async () => {
      const [canary, ...others] = await living();
      expect(others).toEqual([]);
      expect(ids).not.toContain(canary?.id);
      expect(await missingFieldsOf(core(), canary?.id ?? '')).toEqual([]);
      ids.push(canary?.id);
      return canary?.id ?? '';
    };
    clock.travel(MINUTES_OF_LIFE);
    await comeRound('tend-canaries');
    const old = await nextOne();
    await eraseSubject(core(), old);
    expect(await outcome('canaries at rest')).toMatchObject({ state: 'GREEN' });
    const erased = await nextOne();
    await run('update placed_order set phone = null where subject_id = ?', [erased]);
    await comeRound('tend-canaries');
    const last = await nextOne();
    await comeRound('tend-canaries');
    expect(await living()).toMatchObject([{ id: last }]);
    expect(await em().count(Subject, { kind: 'CANARY', state: 'ERASED' })).toBe(3);
    expect(await run('select 1 from mail where subject_id <> ? and kind = ?', [last, 'PAYMENT_LAPSED'])).toEqual([]);
  });

  it('turns the control red when a sealed property has none', async () => {
    const { canaries } = core().registry;
    const mails = canaries.findIndex(({ name }) => name === 'mails');
    const [left] = (canaries as unknown[]).splice(mails, 1);
    await run('delete from mail');
    expect(await outcome('canaries at rest')).toMatchObject({
      state: 'RED',
      finding: 'No canary watches over Mail.message.',
    });
    (canaries as unknown[]).push(left);
  });
});
