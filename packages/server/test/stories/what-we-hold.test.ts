import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { Account } from '../../src/features/accounts/account.entity.ts';
import { PersonSubject } from '../../src/features/accounts/person-subject.entity.ts';
import { DataDownload } from '../../src/features/data-rights/download/data-download.entity.ts';
import { DownloadPart } from '../../src/features/data-rights/download/download-part.entity.ts';
import { openParts } from '../../src/features/data-rights/download/open-parts.ts';
import { settleDownload, takeDownload } from '../../src/features/data-rights/download/take-download.ts';
import { Order } from '../../src/features/orders/order.entity.ts';
import { Job } from '../../src/platform/jobs/job.entity.ts';
import { eraseSubject } from '../../src/privacy/erasure/erase-subject.ts';
import { sealedPropertiesOf } from '../../src/privacy/vault/sealed-property.ts';
import { asCustomer, type Customer } from '../shop/as-customer.ts';
import { asShopper } from '../shop/as-shopper.ts';
import { buildOrderInput } from '../shop/build-order-input.ts';
import { boughtBy, buy, pay, untilPaid } from '../shop/buy.ts';
import { fetchDownload, ownData } from '../shop/data-rights.ts';
import { openNeighbourOf, openShopOn, type TestShop } from '../shop/open-test-shop.ts';
import { readCode, readMailbox } from '../shop/read-mailbox.ts';
import { shelve } from '../shop/shelve.ts';
import { type TravellingClock, travellingClock } from '../shop/travelling-clock.ts';
import { describeEachDialect, type TestStores } from '../stores/describe-dialects.ts';

/** What a spreadsheet would run, and what a browser would. */
const NAME = '=Testa & "Mustermann" <i>';
const PASSWORD = 'seventeen quiet lanterns';

interface CopiedData {
  readonly fields: Readonly<Record<string, { readonly categoryTitle: string; readonly purposes: readonly unknown[] }>>;
  readonly parts: readonly {
    readonly title: string;
    readonly records: readonly {
      readonly kind: string;
      readonly name: string | null;
      readonly facts: Readonly<Record<string, unknown>>;
      readonly values: readonly {
        readonly field: string;
        readonly keptUntil: string | null;
        readonly keptBecause: string;
        readonly text?: string;
        readonly withheld?: true;
      }[];
    }[];
  }[];
  readonly accessHistory: readonly { readonly viewer: string }[];
}

let people = 0;
const newEmail = () => `holder-${++people}@example.org`;

describeEachDialect('Whoever the data is about', (open, dialect) => {
  let stores: TestStores;
  let test: TestShop;
  let clock: TravellingClock;
  let variantId: string;
  beforeAll(async () => {
    clock = travellingClock();
    stores = await open();
    test = await openShopOn(stores, { clock });
    ({ variantId } = await shelve(test.shop, { title: 'Calm Drops' }));
  });
  afterAll(() => test.close());

  const em = () => test.shop.core.stores.main.em.fork();
  const join = async (rest: object = {}) => {
    const customer = asCustomer(test);
    const email = newEmail();
    await customer.join(email, rest);
    return { customer, email, own: ownData(customer) };
  };
  const buyAs = async (customer: Customer, overrides: Parameters<typeof buildOrderInput>[0] = {}) => {
    await customer.shopper.add(variantId);
    const input = buildOrderInput({ email: newEmail(), ...overrides });
    const bought = boughtBy(customer.shopper, input, await customer.shopper.place(input));
    await pay(bought);
    await untilPaid(bought);
    await test.shop.jobs.runDue();
    return bought;
  };
  const buyAsGuest = async () => {
    const bought = await buy(test, [variantId]);
    await bought.shopper.requestCode(bought.token);
    await test.shop.jobs.runDue();
    const proof = (await bought.shopper.prove(bought.token, await readCode(test.url, bought.input.email))) ?? '';
    const asker = {
      ask: <Data>(query: string, variables?: object) =>
        bought.shopper.ask<Data>(query, variables, { 'order-proof': proof }),
    };
    const order = await em().findOneOrFail(Order, { number: bought.placed.order.number });
    return { ...bought, own: ownData(asker, bought.token), subjectId: order.subjectId };
  };
  /** The subjects of the person who placed orders: that of their account, and those of the orders. */
  const subjectsOf = async (numbers: readonly string[]) => {
    const orders = (await em().find(Order, { number: { $in: [...numbers] } })).map(({ subjectId }) => subjectId);
    const { accountId } = await em().findOneOrFail(PersonSubject, { subjectId: orders[0] ?? '' });
    return [(await em().findOneOrFail(Account, { id: accountId })).subjectId, ...orders];
  };
  /** Walks every entity of the store: how many values of each field are sealed about subjects. */
  const countSealed = async (subjectIds: readonly string[]) => {
    const counts: Record<string, number> = {};
    for (const meta of em().getMetadata().getAll().values()) {
      const properties = sealedPropertiesOf(meta);
      if (properties.length === 0) continue;
      const rows = await em().find<Readonly<Record<string, unknown>>>(meta.class, {
        subjectId: { $in: [...subjectIds] },
      });
      for (const { property, field } of properties) {
        const count = rows.filter((row) => row[property]).length;
        if (count > 0) counts[field] = count;
      }
    }
    return counts;
  };
  /** Has all else kept that an account can have; answers what was entered. */
  const keepMore = async ({ ask }: Customer) => {
    const [newAddress, street] = [newEmail(), 'Beispielallee 7'];
    const address = { countryCode: 'DE', addressLine1: street, postalCode: '20095', city: 'Musterstadt' };
    const answers = [
      await ask(`mutation ($input: SaveAddressInput!) { saveAddress(input: $input) { userErrors { code } } }`, {
        input: { recipientName: NAME, address },
      }),
      await ask(`mutation { setConsent(purpose: PRODUCT_NEWS, given: true, textVersion: 1) { userErrors { code } } }`),
      await ask(`mutation { startTotp { userErrors { code } } }`),
      await ask(
        `mutation ($input: RequestEmailChangeInput!) { requestEmailChange(input: $input) { userErrors { code } } }`,
        {
          input: { email: newAddress },
        },
      ),
    ];
    expect(answers.map(({ body }) => body).join()).not.toMatch(/"code"/);
    return [newAddress, street, 'Musterstadt'];
  };
  /** Asks for a copy, has it made and fetches it. */
  const copyOf = async (own: ReturnType<typeof ownData>, url = test.url) => {
    const { download } = await own.request();
    await test.shop.jobs.runDue();
    const { linkToken } = await own.link(download?.id ?? '');
    const { response, files } = await fetchDownload(url, linkToken ?? '');
    const data = JSON.parse(files?.['data.json'] ?? 'null') as CopiedData;
    return { id: download?.id ?? '', linkToken: linkToken ?? '', response, files: files ?? {}, data };
  };

  it('sees each value with what for, who sees it and until when, and finds in it all that they entered; nobody else does', async () => {
    const { customer, email, own } = await join({ name: NAME, password: PASSWORD });
    const bought = await buyAs(customer, {
      shippingOptionId: 'express',
      phone: '+49 30 23125 417',
      recipientName: NAME,
    });
    const { parts, totalCount } = await own.holdings();
    expect(parts.map(({ title }) => title)).toEqual(['Your account', `Order ${bought.placed.order.number}`]);
    expect(totalCount).toBe(2);
    const values = parts.flatMap(({ records }) => records.flatMap((record) => record.values));
    const texts = values.map(({ shown }) => shown?.text ?? '').join('\n');
    const { recipientName, address, email: orderEmail } = bought.input;
    for (const entered of [email, NAME, orderEmail, recipientName, '+493023125417', address.addressLine1, 'Calm Drops'])
      expect(texts).toContain(entered);
    for (const value of values) {
      expect(value.purposes.length, value.field).toBeGreaterThan(0);
      expect(value.seenBy, value.field).toContain('You');
      expect(value.keptBecause, value.field).toMatch(/[a-z]\.$/);
      expect(value.shown?.access ?? 'WITHHELD', value.field).toBe(value.withheld === null ? 'REVEALED' : 'WITHHELD');
      expect(value.shown === null || value.shown.until !== null, value.field).toBe(true);
    }
    expect(values.find(({ field }) => field === 'account.passwordHash')?.withheld).toContain('proves that you are you');
    const phone = values.find(({ field }) => field === 'order.phone');
    expect(phone).toMatchObject({
      keptUntil: null,
      keptBecause: '90 days after delivery.',
      recipients: [{ party: 'Sandbox carrier' }],
    });
    expect(phone?.purposes.map(({ purpose }) => purpose)).toEqual(['DELIVERY']);
    expect(phone?.seenBy).not.toContain('Support staff, masked until a case needs it');

    const { own: theirs } = await join();
    expect(JSON.stringify(await theirs.holdings())).not.toContain(bought.placed.order.number);
    expect((await theirs.holdings(5, parts[1]?.id)).refusal).toBe('BAD_USER_INPUT');
    const visitor = ownData(asShopper(test.url));
    expect((await visitor.holdings()).refusal).toBe('UNAUTHENTICATED');
    expect((await visitor.history()).refusal).toBe('UNAUTHENTICATED');
    expect((await visitor.request()).refusal).toBe('UNAUTHENTICATED');
  });

  it('pages through it, and sees who looked: every entry of the log about them, newest first, with the kinds of value', async () => {
    const { customer, own } = await join();
    const { subjectId } = await em().findOneOrFail(Order, { number: (await buyAs(customer)).placed.order.number });
    await buyAs(customer);
    const first = await own.holdings(2);
    const second = await own.holdings(2, first.pageInfo?.endCursor);
    expect([first.pageInfo?.hasNextPage, second.pageInfo?.hasNextPage]).toEqual([true, false]);
    expect(new Set([...first.parts, ...second.parts].map(({ id }) => id)).size).toBe(3);

    const whole = await own.history();
    const newest = whole.nodes[0];
    expect(newest).toMatchObject({ viewer: 'SUBJECT', viewerDescription: 'You' });
    expect(newest?.coordinates).toContain('HeldValue.email/order.email');
    expect(newest?.categories).toContain('E-mail address');
    const programs = whole.nodes.filter(({ viewer }) => viewer === 'SYSTEM');
    expect(programs.map(({ reasonDescription }) => reasonDescription)).toContain('A mail to you was written or sent.');
    for (const { categories, coordinates } of whole.nodes) expect(categories, coordinates.join()).not.toEqual([]);
    expect(whole.nodes).toHaveLength(whole.totalCount ?? 0);
    const page = await own.history(3, whole.nodes[1]?.id);
    expect(page.nodes.map(({ id }) => id)).toEqual(whole.nodes.slice(2, 5).map(({ id }) => id));

    const { own: theirs } = await join();
    expect((await theirs.history(3, whole.nodes[1]?.id)).refusal).toBe('BAD_USER_INPUT');
    expect((await theirs.history(3, 'no cursor')).refusal).toBe('BAD_USER_INPUT');
    expect(subjectId).not.toBe('');
    expect(JSON.stringify(whole.nodes)).not.toContain(subjectId);
  });

  it('downloads all of it: every sealed value there is, and all that they entered, in data.json, in tables and on a page', async () => {
    const { customer, email, own } = await join({ name: NAME, password: PASSWORD });
    const bought = await buyAs(customer, {
      shippingOptionId: 'express',
      phone: '+49 30 23125 417',
      recipientName: NAME,
    });
    const second = await buyAs(customer);
    const kept = await keepMore(customer);
    const numbers = [bought, second].map(({ placed }) => placed.order.number);
    const subjectIds = await subjectsOf(numbers);
    const stored = await countSealed(subjectIds);
    expect(Object.keys(stored)).toEqual(expect.arrayContaining(['account.email', 'order.content', 'mail.message']));
    const { response, files, data, linkToken } = await copyOf(own);
    expect(response.headers.get('content-type')).toBe('application/zip');
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="barrier-data-[\d-]+\.zip"$/);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(Object.keys(files).sort()).toEqual([
      'access-history.csv',
      'account.csv',
      'authenticator-apps.csv',
      'consents.csv',
      'copies.csv',
      'data.json',
      'email-changes.csv',
      'index.html',
      'mails.csv',
      'orders.csv',
      'passkeys.csv',
      'payments.csv',
      'saved-addresses.csv',
      'sessions.csv',
    ]);

    const copied = data.parts.flatMap(({ records }) => records.flatMap(({ values }) => values));
    const missing = Object.entries(stored).filter(
      ([field, count]) =>
        copied.filter((value) => value.field === field && (value.text || value.withheld)).length < count,
    );
    expect(missing).toEqual([]);
    expect(copied.filter(({ withheld }) => withheld).map(({ field }) => field)).toEqual([
      'account.passwordHash',
      'totp.secret',
      'consent.unsubscribeToken',
    ]);

    const entered = [bought, second].flatMap(({ input }) => [
      input.email,
      input.recipientName,
      input.address.addressLine1,
      input.address.city ?? '',
    ]);
    const tables = Object.entries(files).flatMap(([name, text]) => (name.endsWith('.csv') ? [text] : []));
    const page = files['index.html'] ?? '';
    const escaped = (text: string) =>
      text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    for (const value of [email, NAME, ...entered, ...kept, '+493023125417', 'Calm Drops', ...numbers]) {
      expect(JSON.stringify(data), value).toContain(JSON.stringify(value).slice(1, -1));
      expect(tables.join('\n'), value).toContain(value.replaceAll('"', '""'));
      expect(page, value).toContain(escaped(value));
    }
    expect(page).toContain('in the account');
    expect(files['data.json']).not.toContain(PASSWORD);
    expect(files['data.json']).not.toContain('argon2');
    // As programs for tables read it: a line for each order, an address in one cell.
    const rows = parse(files['orders.csv'] ?? '', {
      columns: true,
      bom: true,
      record_delimiter: ['\r\n', '\n'],
    }) as Record<string, string>[];
    expect(new Set(rows.map(({ record }) => record))).toEqual(new Set(numbers));
    expect(rows).toHaveLength(numbers.length);
    expect(rows.find(({ record }) => record === numbers[0])).toMatchObject({
      deliveryAddress: expect.stringMatching(/^Musterweg \d+\n10115 Musterhausen\nDE$/) as string,
      total: expect.stringMatching(/^\d+\.\d\d EUR$/) as string,
      contentKeptUntil: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string,
    });
    // Nothing runs: not in a spreadsheet, not in a browser, and nothing is fetched.
    expect(files['orders.csv']).toContain(`"'=Testa`);
    expect(files['orders.csv']).toContain(`'+493023125417`);
    expect(page).not.toMatch(/<script|<i>|<a |<img|src=|href=|url\(/);
    expect(page).toContain('lang="en-GB"');
    expect(data.fields['order.phone']?.purposes).toHaveLength(1);
    expect(data.parts[1]?.records[0]?.facts).toMatchObject({ number: numbers[1], state: 'PAID', country: 'DE' });
    expect(data.accessHistory[0]?.viewer).toBe('SUBJECT');
    expect(data.accessHistory.length).toBeGreaterThan(10);

    const again = await fetchDownload(test.url, linkToken);
    expect(again.response.status).toBe(404);
    await expect.poll(async () => (await own.download()).download?.state).toBe('FETCHED');
    expect(await em().count(DownloadPart, { subjectId: { $in: subjectIds } })).toBe(0);
    const mail = (await readMailbox(test.url, email)).find(
      ({ subject }) => subject === 'The copy of your data is ready',
    );
    expect(mail?.html).toContain('/en/account/privacy');
    expect(mail?.html).not.toContain(linkToken);
    expect(test.logged()).not.toContain(email);
  });

  it('as a guest gets what is known of the one order, with link and mailed code; its erasure takes the copy', async () => {
    const { own, shopper, token, input, subjectId } = await buyAsGuest();
    expect((await ownData(shopper, token).holdings()).refusal).toBe('FORBIDDEN');
    expect((await ownData(shopper, token).request()).refusal).toBe('FORBIDDEN');
    expect((await own.holdings()).parts).toHaveLength(1);
    expect((await own.history()).nodes.length).toBeGreaterThan(3);
    const { files, data } = await copyOf(own);
    expect(files['orders.csv']).toContain(input.recipientName);
    expect(data.parts).toHaveLength(1);

    const { download } = await own.request();
    await test.shop.jobs.runDue();
    const { linkToken } = await own.link(download?.id ?? '');
    await em().nativeUpdate(Order, { subjectId }, { deliveredAt: clock.now() });
    await eraseSubject(test.shop.core, subjectId);
    expect((await fetchDownload(test.url, linkToken ?? '')).response.status).toBe(404);
    expect(await em().count(DataDownload, { subjectId })).toBe(0);
    expect(await em().count(DownloadPart, { subjectId })).toBe(0);
  });

  it('gets nothing half: what failed in the middle goes on where it was, and only then is there a link', async () => {
    const { customer, email, own } = await join();
    const bought = await buyAs(customer);
    const { vault } = test.shop.core;
    const seal = vault.seal.bind(vault);
    const sealed: string[] = [];
    const spy = vi.spyOn(vault, 'seal').mockImplementation((subject, field, rowId, value) => {
      if (field === 'download.content' && sealed.push(rowId) === 2) throw new Error('The power went.');
      return seal(subject, field, rowId, value);
    });
    const { download } = await own.request();
    const id = download?.id ?? '';
    await test.shop.jobs.runDue();
    expect((await own.download()).download).toMatchObject({ id, state: 'BUILDING', percent: 49, availableUntil: null });
    expect((await own.request()).download?.id).toBe(id);
    expect((await own.link(id)).refusal).toBe('DOWNLOAD_GONE');
    clock.travel(2);
    await test.shop.jobs.runDue();
    expect((await own.download()).download).toMatchObject({ id, state: 'READY', percent: 100 });
    // The first part was not copied again.
    expect(sealed.filter((rowId) => rowId === sealed[0])).toHaveLength(1);
    spy.mockRestore();

    // What is erased meanwhile is gone out of the copy too; the rest of it is as true as before.
    const { number } = bought.placed.order;
    await em().nativeUpdate(Order, { number }, { deliveredAt: clock.now() });
    const { subjectId } = await em().findOneOrFail(Order, { number });
    await eraseSubject(test.shop.core, subjectId);
    expect(await em().count(DownloadPart, { subjectId })).toBe(0);
    const { linkToken } = await own.link(id);
    const { files } = await fetchDownload(test.url, linkToken ?? '');
    expect(files?.['account.csv']).toContain(email);
    expect(Object.values(files ?? {}).join('\n')).not.toContain(number);
    expect(Object.values(files ?? {}).join('\n')).not.toContain(bought.input.address.addressLine1);
  });

  it('can fetch it for a day, with a fresh proof, by nobody else’s link, and asks for three a day at most', async () => {
    const [mine, others] = [await join(), await join()];
    const { download } = await mine.own.request();
    await test.shop.jobs.runDue();
    const id = download?.id ?? '';
    expect((await others.own.link(id)).refusal).toBe('DOWNLOAD_GONE');
    expect((await others.own.link('nothing')).refusal).toBe('DOWNLOAD_GONE');
    const first = await mine.own.link(id);
    const second = await mine.own.link(id);
    // The newer link takes the place of the older one.
    expect((await fetchDownload(test.url, first.linkToken ?? '')).response.status).toBe(404);
    clock.travel(11);
    expect((await mine.own.link(id)).refusal).toBe('NOT_FRESH');
    expect((await mine.own.request()).refusal).toBe('NOT_FRESH');
    clock.travel(24 * 60 - 10);
    expect((await fetchDownload(test.url, second.linkToken ?? '')).response.status).toBe(404);
    expect((await mine.own.download()).download).toBeNull();
    await em().nativeUpdate(Job, { kind: 'run-retention' }, { runAt: new Date(0) });
    await test.shop.jobs.runDue();
    expect(await em().count(DataDownload, { id })).toBe(0);

    const { own } = await join();
    for (let count = 0; count < 3; count += 1) {
      expect((await own.request()).refusal).toBeNull();
      await test.shop.jobs.runDue();
    }
    expect((await own.request()).refusal).toBe('TOO_MANY_DOWNLOADS');
  });

  it('keeps the link when the connection breaks, and loses it when the file has come', async () => {
    const { own } = await join();
    const { download } = await own.request();
    await test.shop.jobs.runDue();
    const { linkToken } = await own.link(download?.id ?? '');
    const taken = await takeDownload(test.shop.core, linkToken ?? '');
    expect((await fetchDownload(test.url, linkToken ?? '')).response.status).toBe(404);
    await settleDownload(test.shop.core, taken, false);
    expect((await fetchDownload(test.url, linkToken ?? '')).response.status).toBe(200);
  });

  it('gets no half of it that looks whole when a newer copy takes its place meanwhile', async () => {
    const { own } = await join();
    const { download } = await own.request();
    await test.shop.jobs.runDue();
    const { linkToken } = await own.link(download?.id ?? '');
    const taken = await takeDownload(test.shop.core, linkToken ?? '');
    const parts = openParts(test.shop.core, taken.id);
    expect((await parts.next()).done).toBe(false);
    await own.request();
    await expect(parts.next()).rejects.toThrow('replaced');
  });

  if (dialect === 'postgresql') {
    it('fetches at one process what another has made, and of two at once one gets it', async () => {
      const neighbour = await openNeighbourOf(test, stores);
      const { own } = await join();
      const { download } = await own.request();
      await test.shop.jobs.runDue();
      await expect.poll(async () => (await own.download()).download?.state).toBe('READY');
      const { linkToken } = await own.link(download?.id ?? '');
      const answers = await Promise.all(
        [test.url, neighbour.url].map((url) =>
          fetchDownload(url, linkToken ?? '').then(({ response }) => response.status),
        ),
      );
      expect(answers).toEqual(expect.arrayContaining([200, 404]));
      await neighbour.close();
    });
  }
});
