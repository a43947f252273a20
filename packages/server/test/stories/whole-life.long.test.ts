import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Account } from '../../src/features/accounts/account.entity.ts';
import { Order } from '../../src/features/orders/order.entity.ts';
import { runCommand, runCommandWith } from '../commands/run-command.ts';
import { codeIn, letPass, withRights } from '../data-rights/rights.ts';
import { type MailReceiver, receiveMail } from '../mail/receive-mail.ts';
import { asCustomer, type Customer } from '../shop/as-customer.ts';
import { asShopper } from '../shop/as-shopper.ts';
import { buildOrderInput } from '../shop/build-order-input.ts';
import { type Bought, boughtBy, order, pay, untilPaid } from '../shop/buy.ts';
import { fetchDownload, ownData } from '../shop/data-rights.ts';
import { openShopOn, type TestShop } from '../shop/open-test-shop.ts';
import { readNumber } from '../shop/read-rows.ts';
import { filesIn, postgresFiles, scanFiles, type Wanted } from '../shop/scan-files.ts';
import { shelve } from '../shop/shelve.ts';
import { readSubjectMarks } from '../shop/subject-marks.ts';
import { type TravellingClock, travellingClock } from '../shop/travelling-clock.ts';
import { describeEachDialect, type TestStores } from '../stores/describe-dialects.ts';

const EMAIL = 'wilhelmine.quirrelmann@example.com';
const NEW_EMAIL = 'quirrelmann.neu@example.com';
const NAME = 'Wilhelmine Quirrelmann';
const PASSWORD = 'moss-lamp-teacup';
const OLD_STREET = 'Kraehenwinkelgasse 77';
const STREET = 'Dachsbauallee 4711';
const KEPT_STREET = 'Zwirbelstieg 1213';
const PHONE = '+493023125417';
const CITY = 'Quittenhausen';

const place = (addressLine1: string) => ({ countryCode: 'DE', addressLine1, postalCode: '10115', city: CITY });

describeEachDialect('A person, from signing up to being erased', (open, dialect) => {
  const folder = mkdtempSync(join(tmpdir(), 'barrier-life-'));
  const [data, keys] = [join(folder, 'data'), join(folder, 'keys')];
  let clock: TravellingClock;
  let stores: TestStores;
  let relay: MailReceiver;
  let test: TestShop;
  let customer: Customer;
  let living: Bought;
  let wanted: Wanted;
  let copied: string;
  let receiptToken: string;
  let books: object;
  const subjects: string[] = [];

  const em = () => test.shop.core.stores.main.em.fork();
  const booksNow = async () => ({
    turnover: await readNumber(stores.main, 'select sum(net) + sum(tax) from tax_ledger'),
    sold: await readNumber(stores.main, 'select sum(quantity) from sales_ledger'),
    invoiced: await readNumber(
      stores.main,
      `select (select coalesce(sum(total), 0) from reduced_order)
        + (select coalesce(sum(total), 0) from placed_order where paid_at is not null)`,
    ),
  });
  /** Asks the graph, which must have nothing against it. */
  async function ask(query: string, input?: object): Promise<void> {
    const { body, errors } = await customer.ask(query, input ? { input } : {});
    expect([errors, body.includes('"userErrors":[]')], query).toEqual([[], true]);
  }
  async function signUp(): Promise<void> {
    customer = asCustomer(test);
    const { challenge } = await customer.signUp({ email: EMAIL, name: NAME, password: PASSWORD });
    await test.shop.jobs.runDue();
    await customer.enterCode(challenge ?? '', codeIn(relay, EMAIL), 'Firefox on Quirrelbox');
  }
  async function buy(variantId: string): Promise<Bought> {
    const { shopper } = customer;
    await shopper.add(variantId);
    const input = buildOrderInput({
      email: EMAIL,
      recipientName: NAME,
      phone: PHONE,
      shippingOptionId: 'express',
      address: place(OLD_STREET),
    });
    const bought = boughtBy(shopper, input, await shopper.place(input));
    await pay(bought);
    await untilPaid(bought);
    await test.shop.jobs.runDue();
    return bought;
  }

  beforeAll(async () => {
    clock = travellingClock();
    stores = await open();
    relay = await receiveMail();
    test = await openShopOn(stores, { clock }, { SMTP_URL: relay.url });
    const { variantId } = await shelve(test.shop, { title: 'Quirrel Drops' });
    living = await order(test, [variantId]);
    await pay(living);
    await untilPaid(living);

    await signUp();
    const bought = await buy(variantId);
    const { number } = bought.placed.order;
    await ask(`mutation ($input: CorrectOrderInput!) { correctOrder(input: $input) { userErrors { code } } }`, {
      ...{ number, recipientName: NAME, address: place(STREET) },
    });
    await ask(`mutation ($input: SaveAddressInput!) { saveAddress(input: $input) { userErrors { code } } }`, {
      ...{ recipientName: NAME, phone: PHONE, address: place(KEPT_STREET) },
    });
    await ask(`mutation { setConsent(purpose: PRODUCT_NEWS, given: true, textVersion: 1) { userErrors { code } } }`);
    await ask(`mutation { startTotp { userErrors { code } } }`);
    await ask(
      `mutation ($input: RequestEmailChangeInput!) { requestEmailChange(input: $input) { userErrors { code } } }`,
      { email: NEW_EMAIL },
    );
    await test.shop.jobs.runDue();
    const own = ownData(customer);
    const { download } = await own.request();
    await test.shop.jobs.runDue();
    const { linkToken } = await own.link(download?.id ?? '');
    copied = (await fetchDownload(test.url, linkToken ?? '')).files?.['data.json'] ?? '';
    // Another, which lies there when everything goes.
    await own.request();
    await test.shop.jobs.runDue();

    const found = await em().findOneOrFail(Order, { number });
    const account = await em().findOneOrFail(Account, { state: 'ACTIVE' });
    subjects.push(account.subjectId, found.subjectId);
    const marks = await Promise.all(subjects.map((subjectId) => readSubjectMarks(test.shop.core.stores, subjectId)));
    const values = [EMAIL, NEW_EMAIL, NAME, 'Quirrelmann', OLD_STREET, STREET, KEPT_STREET, PHONE, CITY, 'Quirrelbox'];
    wanted = { values, marks: marks.flat() };
    books = await booksNow();
    expect(await runCommand(stores, 'backup', data, '--keys', keys)).toMatchObject({ code: 0, stderr: '' });

    await em().nativeUpdate(Order, { number }, { deliveredAt: clock.now() });
    const asked = await withRights(customer).request({ atOnce: true });
    receiptToken = asked.receiptToken ?? '';
    await letPass(test, clock, async () => (await receipt())?.rescan != null);
  }, 120_000);
  afterAll(async () => {
    await test.close();
    await relay.close();
    rmSync(folder, { recursive: true });
  });
  const receipt = async () =>
    (await withRights(asShopper(test.url)).receipt(receiptToken)).data?.erasureReceipt ?? null;

  async function expectNoTrace(): Promise<boolean> {
    const files = filesIn(stores.dataDir);
    const atTheInstitution = files.filter((file) => file.includes('sandbox-institution'));
    const ours = files.filter((file) => !atTheInstitution.includes(file));
    expect(scanFiles(stores.dataDir, ours, wanted)).toEqual([]);
    // A payment of the books of another company, by a random name that no one here knows any more.
    const known = wanted.marks.filter(({ name }) => name !== 'payment.reference');
    expect(scanFiles(stores.dataDir, atTheInstitution, { ...wanted, marks: known })).toEqual([]);
    if (dialect === 'sqlite') return true;
    const postgres = await postgresFiles(stores.urls);
    if (!postgres) return false;
    expect(scanFiles(postgres.folder, postgres.tables, wanted)).toEqual([]);
    expect(scanFiles(postgres.folder, postgres.writeAheadLog, { ...wanted, marks: [] })).toEqual([]);
    return true;
  }

  it('gets all that they entered in the copy of their data, and not what they had changed', () => {
    for (const value of [EMAIL, NEW_EMAIL, NAME, STREET, KEPT_STREET, PHONE, CITY, 'Quirrelbox', 'Quirrel Drops'])
      expect(copied, value).toContain(value);
    expect(copied).not.toContain(OLD_STREET);
    expect(copied).not.toContain(PASSWORD);
  });

  it('left something of every kind to be looked for', () => {
    const names = new Set(wanted.marks.map(({ name }) => name));
    for (const name of [
      ...[
        'account.email',
        'account.name',
        'account.password_hash',
        'account.email_index',
        'account_session.token_hash',
      ],
      ...['saved_address.address', 'consent_record.given', 'totp_factor.secret', 'email_change.new_email'],
      ...['placed_order.address', 'download_part.content', 'subject_key.wrapped_key'],
    ])
      expect([...names]).toContain(name);
  });

  it('has a receipt that says what went, and no file holds a byte of them', async (context) => {
    expect(await receipt()).toMatchObject({ state: 'EXECUTED', rescan: { clean: true, found: [] } });
    expect(await test.shop.core.keys.existing(subjects)).toEqual(new Set());
    if (!(await expectNoTrace())) context.skip('The files of the server cannot be reached.');
    for (const subjectId of subjects) {
      const { code, stdout } = await runCommandWith(
        stores,
        { input: wanted.values.join('\n') },
        ...['privacy:traces', '--subject', subjectId, '--values-from-stdin'],
      );
      expect([code, stdout.match(/^Found.*$/gm)]).toEqual([0, null]);
    }
  });

  it('leaves the books as they were, and everybody else', async () => {
    expect(await booksNow()).toEqual(books);
    expect((await living.shopper.follow(living.token)).state).toBe('PAID');
  });

  it('does not come back with a backup from before', async (context) => {
    await test.close();
    for (const name of ['main', 'keys', 'log'] as const) await stores[name].close(true);
    const restored = await runCommand(stores, 'restore', data, '--keys', keys);
    expect([restored.code, restored.stderr]).toEqual([0, '']);
    expect(restored.stdout).toContain('Erased again: rows of 2 subjects, 2 keys, 2 pseudonyms.');
    test = await openShopOn(stores, { clock }, { SMTP_URL: relay.url });
    await test.shop.jobs.runDue();
    const isReachable = await expectNoTrace();
    // An attempt to sign in is counted by the address for a quarter of an hour, whether it is known or not.
    expect(await asCustomer(test).signIn(EMAIL, PASSWORD)).toMatchObject({
      data: { signIn: { customer: null, userErrors: [{ code: 'SIGN_IN_REFUSED' }] } },
    });
    expect((await asShopper(test.url).follow(living.token)).state).toBe('PAID');
    if (!isReachable) context.skip('The files of the server cannot be reached.');
  });
});
