import { randomUUID } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Order } from '../../src/features/orders/order.entity.ts';
import { eraseSubject } from '../../src/privacy/erasure/erase-subject.ts';
import { type CommandEnd, runCommandWith } from '../commands/run-command.ts';
import { buildOrderInput } from '../shop/build-order-input.ts';
import { type Bought, buy, order } from '../shop/buy.ts';
import { openShopOn, type TestShop } from '../shop/open-test-shop.ts';
import { readNumber } from '../shop/read-rows.ts';
import { filesIn, postgresFiles, scanFiles, type Wanted } from '../shop/scan-files.ts';
import { shelve } from '../shop/shelve.ts';
import { readSubjectMarks } from '../shop/subject-marks.ts';
import { travellingClock } from '../shop/travelling-clock.ts';
import { describeEachDialect, type TestStores } from '../stores/describe-dialects.ts';

const guest = (first: string, last: string, street: string, phone: string) => ({
  values: [`${first} ${last}`, last, `${first}.${last}@example.com`.toLowerCase(), street, phone],
  input: buildOrderInput({
    email: `${first}.${last}@example.com`.toLowerCase(),
    recipientName: `${first} ${last}`,
    phone,
    shippingOptionId: 'express',
    address: { addressLine1: street, city: 'Quittenhausen' },
  }),
});

const UNPAID = guest('Wilhelmine', 'Quirrelmann', 'Kraehenwinkelgasse 77', '+493023125417');
const PAID = guest('Leopoldine', 'Zwirbelhuber', 'Dachsbauallee 4711', '+493023125418');

describeEachDialect('After two guests among others were erased, one of whom had paid', (open, dialect) => {
  const clock = travellingClock();
  let stores: TestStores;
  let test: TestShop;
  let wanted: Wanted;
  const books = async () => ({
    turnover: await readNumber(stores.main, 'select sum(net) + sum(tax) from tax_ledger'),
    tax: await readNumber(stores.main, 'select sum(tax) from tax_ledger'),
    sold: await readNumber(stores.main, 'select sum(quantity) from sales_ledger'),
  });
  let paid = 0;
  let alive: CommandEnd;
  const subjects: string[] = [];

  beforeAll(async () => {
    stores = await open();
    test = await openShopOn(stores, { clock });
    const { variantId } = await shelve(test.shop);
    const others: Bought[] = [];
    const buyMore = async () => {
      for (let count = 0; count < 4; count += 1) others.push(await buy(test, [variantId]));
    };
    await buyMore();
    const bought = [await order(test, [variantId], UNPAID.input), await buy(test, [variantId], PAID.input)];
    await test.shop.jobs.runDue();
    await buyMore();
    paid = [...others, ...bought.slice(1)].reduce((sum, { placed }) => sum + placed.order.total.amount, 0);

    const em = test.shop.core.stores.main.em.fork();
    for (const { placed } of bought) {
      const found = await em.findOneOrFail(Order, { number: placed.order.number });
      if (found.state === 'PAID') await em.nativeUpdate(Order, { id: found.id }, { deliveredAt: clock.now() });
      subjects.push(found.subjectId);
    }
    const marks = await Promise.all(subjects.map((subjectId) => readSubjectMarks(test.shop.core.stores, subjectId)));
    wanted = { values: [...UNPAID.values, ...PAID.values], marks: marks.flat() };
    // PostgreSQL's planner takes samples by itself now and then.
    if (dialect === 'postgresql')
      for (const name of ['main', 'keys'] as const) await stores[name].em.getConnection().execute('analyze');
    alive = await runCommandWith(
      stores,
      { input: [...PAID.values, 'ab'].join('\n') },
      'privacy:traces',
      '--subject',
      subjects[1] ?? '',
      '--values-from-stdin',
    );
    for (const subjectId of subjects) await eraseSubject(test.shop.core, subjectId);
  });
  afterAll(() => test.close());

  it('they had left something to be looked for', () => {
    const names = wanted.marks.map(({ name }) => name);
    for (const name of ['placed_order.email', 'placed_order.content', 'mail.message', 'placed_order.email_index']) {
      expect(names).toContain(name);
    }
    expect(names.filter((name) => name === 'subject_key.wrapped_key')).toHaveLength(2);
    expect(names).toEqual(
      expect.arrayContaining(['order_link.token_hash', 'payment.reference', 'placed_order.number']),
    );
  });

  it('privacy:traces finds nothing of somebody else, and names every kind of what it finds of them, and no value', async () => {
    const { stdout } = alive;
    for (const kind of ['placed_order.email', 'placed_order.email_index', 'mail.message', 'subject_key.wrapped_key']) {
      expect(stdout).toMatch(new RegExp(`^Found: ${kind} in .*(?:main|keys|${kind.split('.')[0]}|PostgreSQL)`, 'm'));
    }
    expect(stdout).toMatch(/^Found: 1 row of placed_order\.$/m);
    expect(stdout).toContain('Line 6 is shorter than 4 signs: not looked for.');
    expect(stdout).not.toContain('value of line');
    for (const value of PAID.values) expect(stdout).not.toContain(value);
    expect(alive.code).toBe(1);
    const nobody = await runCommandWith(
      stores,
      { input: UNPAID.values.join('\n') },
      'privacy:traces',
      '--subject',
      randomUUID(),
      '--values-from-stdin',
    );
    expect(nobody).toMatchObject({ code: 0, stderr: '' });
  });

  it('one job cleans up for both, soon', async () => {
    expect(await readNumber(stores.main, "select count(*) from job where kind = 'clean-traces'")).toBe(1);
    clock.travel(1);
    await test.shop.jobs.runDue();
    expect(
      await readNumber(stores.main, "select count(*) from job where kind in ('clean-traces', 'rewrite-stores')"),
    ).toBe(0);
  });

  it('no live file holds a byte of them: no value, nothing sealed, no wrapped key, no blind index', async (context) => {
    const files = filesIn(stores.dataDir);
    const atTheInstitution = files.filter((file) => file.includes('sandbox-institution'));
    const ours = files.filter((file) => !atTheInstitution.includes(file));
    expect(scanFiles(stores.dataDir, ours, wanted)).toEqual([]);
    // A payment of the books of another company, by a random name that no one here knows any more.
    const known = wanted.marks.filter(({ name }) => name !== 'payment.reference');
    expect(scanFiles(stores.dataDir, atTheInstitution, { ...wanted, marks: known })).toEqual([]);
    if (dialect === 'sqlite') return;
    const postgres = await postgresFiles(stores.urls);
    if (!postgres) return context.skip('The files of the server cannot be reached.');
    expect(postgres.tables.length).toBeGreaterThan(100);
    expect(scanFiles(postgres.folder, postgres.tables, wanted)).toEqual([]);
    // What may remain, and is said to: the log of writes, until it is overwritten, of what is sealed under destroyed keys.
    const names = { values: ['Quirrelmann', 'Zwirbelhuber'], marks: [] };
    expect(scanFiles(postgres.folder, postgres.writeAheadLog, names)).toEqual([]);
  });

  it('privacy:traces finds no more than that they were erased, and says what may remain', async () => {
    const input = [...UNPAID.values, ...PAID.values].join('\n');
    for (const subjectId of dialect === 'sqlite' ? subjects : subjects.slice(1)) {
      const { code, stdout, stderr } = await runCommandWith(
        stores,
        { input },
        'privacy:traces',
        '--subject',
        subjectId,
        '--values-from-stdin',
      );
      expect([code, stderr, stdout.match(/^Found.*$/gm)]).toEqual([0, '', null]);
      expect(stdout).toMatch(/May remain: subject id in the erasure ledger/);
      expect(stdout).toMatch(/May remain: subject id in .*table erasure_record\./);
      expect(stdout).toMatch(/May remain: backups from before, for 35 days at most; its key is of epoch 1:/);
      if (dialect === 'postgresql')
        expect(stdout).toMatch(/May remain: PostgreSQL's write-ahead log, .*not archived\./);
    }
  });

  it.runIf(dialect === 'sqlite')(
    'privacy:traces finds a value that somebody put into a file, in whatever encoding',
    async () => {
      const file = join(stores.dataDir, 'notes.txt');
      const base64 = Buffer.from('to: WILHELMINE.QUIRRELMANN@EXAMPLE.COM!').toString('base64');
      const ask = () =>
        runCommandWith(
          stores,
          { input: UNPAID.values.join('\n') },
          'privacy:traces',
          '--subject',
          subjects[0] ?? '',
          '--values-from-stdin',
        );
      writeFileSync(file, `${'x'.repeat(65_530)}KRAEHENWINKELgasse 77`);
      expect(await ask()).toMatchObject({
        code: 1,
        stdout: expect.stringContaining('Found: value of line 4 in DATA_DIR/notes.txt (UTF-8).') as string,
      });
      writeFileSync(file, Buffer.from('Wilhelmine Quirrelmann', 'utf16le'));
      expect((await ask()).stdout).toContain('Found: value of line 1 in DATA_DIR/notes.txt (UTF-16).');
      writeFileSync(file, base64);
      expect((await ask()).stdout).toContain('Found: value of line 2 in DATA_DIR/notes.txt (base64).');
      rmSync(file);
      expect((await ask()).code).toBe(0);
    },
  );

  it('the books add up to the cent', async () => {
    expect(await books()).toMatchObject({ turnover: paid, sold: 9 });
    expect((await books()).tax).toBeGreaterThan(0);
  });
});
