import { afterAll, beforeAll, expect, it } from 'vitest';
import { Order } from '../../src/features/orders/order.entity.ts';
import { eraseSubject } from '../../src/privacy/erasure/erase-subject.ts';
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
    const subjects: string[] = [];
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

  it('the books add up to the cent', async () => {
    expect(await books()).toMatchObject({ turnover: paid, sold: 9 });
    expect((await books()).tax).toBeGreaterThan(0);
  });
});
