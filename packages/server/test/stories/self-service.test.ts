import { afterAll, beforeAll, expect, it } from 'vitest';
import { Account } from '../../src/features/accounts/account.entity.ts';
import { SavedAddress } from '../../src/features/addresses/saved-address.entity.ts';
import { Order } from '../../src/features/orders/order.entity.ts';
import { lockOrder } from '../../src/features/orders/order-transition.ts';
import { asCustomer, type Customer } from '../shop/as-customer.ts';
import type { Personal } from '../shop/as-shopper.ts';
import { buildOrderInput, type OrderInputOverrides } from '../shop/build-order-input.ts';
import { openShopOn, type TestShop } from '../shop/open-test-shop.ts';
import { readCode, readMailbox } from '../shop/read-mailbox.ts';
import { filesIn, postgresFiles, scanFiles } from '../shop/scan-files.ts';
import { shelve } from '../shop/shelve.ts';
import { readSubjectMarks } from '../shop/subject-marks.ts';
import { travellingClock } from '../shop/travelling-clock.ts';
import { until } from '../shop/until.ts';
import { describeEachDialect, type TestStores } from '../stores/describe-dialects.ts';

const BOOK = `addresses { id isDefault recipientName { access text } address { access text } phone { text } addressParts { access parts { city } } }
  orders { number outcome } userErrors { code path }`;
const PROFILE = 'customer { email { text } name { text } language } orders { number outcome } userErrors { code path }';
const DOCUMENTS = {
  book: 'query { me { addresses { id isDefault recipientName { access text } address { access text } phone { text } } } }',
  save: `mutation ($input: SaveAddressInput!) { answer: saveAddress(input: $input) { ${BOOK} } }`,
  correct: `mutation ($input: CorrectSavedAddressInput!) { answer: correctSavedAddress(input: $input) { ${BOOK} } }`,
  remove: `mutation ($id: ID!) { answer: removeSavedAddress(id: $id) { ${BOOK} } }`,
  makeDefault: `mutation ($id: ID!) { answer: setDefaultAddress(id: $id) { ${BOOK} } }`,
  profile: `mutation ($input: UpdateProfileInput!) { answer: updateProfile(input: $input) { ${PROFILE} } }`,
  requestEmail: `mutation ($input: RequestEmailChangeInput!) { answer: requestEmailChange(input: $input) { validMinutes userErrors { code path } } }`,
  confirmEmail: `mutation ($input: ConfirmEmailChangeInput!) { answer: confirmEmailChange(input: $input) { ${PROFILE} } }`,
  order: `query ($number: String!) { me { order(number: $number) { correctable recipientName { text } email { text } phone { text }
    address { text } addressParts { access parts { countryCode addressLine1 addressLine2 city postalCode } } } } }`,
  pay: 'mutation ($number: String!) { payOrder(number: $number) { paymentUrl } }',
} as const;

interface UserError {
  readonly code: string;
  readonly path: readonly string[];
}

interface Outcome {
  readonly number: string;
  readonly outcome: string;
}

interface Book {
  readonly addresses: readonly {
    readonly id: string;
    readonly isDefault: boolean;
    readonly recipientName: Personal;
    readonly address: Personal;
    readonly phone: { readonly text: string } | null;
  }[];
  readonly orders: readonly Outcome[];
  readonly userErrors: readonly UserError[];
}

interface Profile {
  readonly customer: Readonly<Record<'email' | 'name', { text: string } | null>> & { readonly language: string };
  readonly orders: readonly Outcome[];
  readonly userErrors: readonly UserError[];
}

const HOME = { countryCode: 'DE', addressLine1: 'Quittengasse 3', postalCode: '10115', city: 'Musterhausen' };
const NEXT = { countryCode: 'DE', addressLine1: 'Neue Allee 5', postalCode: '20095', city: 'Musterstadt' };

let people = 0;
const newEmail = () => `self-${++people}@example.org`;

describeEachDialect('Customers by themselves', (open, dialect) => {
  const clock = travellingClock();
  let stores: TestStores;
  let test: TestShop;
  let variantId: string;
  beforeAll(async () => {
    stores = await open();
    test = await openShopOn(stores, { clock });
    ({ variantId } = await shelve(test.shop));
  });
  afterAll(() => test.close());

  const main = () => test.shop.core.stores.main.em.fork();
  const join = async (rest: object = {}) => {
    const customer = asCustomer(test);
    const email = newEmail();
    await customer.join(email, rest);
    return { customer, email };
  };
  const answerOf = async <Answer>(who: Pick<Customer, 'ask'>, document: string, variables: object): Promise<Answer> => {
    const { data, errors } = await who.ask<{ answer: Answer }>(document, variables);
    if (!data || errors.length > 0) throw new Error(errors[0]?.extensions.code);
    return data.answer;
  };
  const change = (who: Pick<Customer, 'ask'>, what: 'save' | 'correct', input: object) =>
    answerOf<Book>(who, DOCUMENTS[what], { input: { recipientName: 'Testa Mustermann', address: HOME, ...input } });
  const orderBy = async ({ shopper }: Customer, overrides: OrderInputOverrides = {}) => {
    await shopper.add(variantId);
    const placed = await shopper.place(buildOrderInput({ recipientName: 'Testa Mustermann', ...overrides }));
    if (!placed.order) throw new Error(`Refused: ${placed.userErrors[0]?.code}`);
    return placed.order.number;
  };
  const shown = async (who: Customer, number: string) => {
    const { data } = await who.ask<{
      me: {
        order: Record<'recipientName' | 'email' | 'address', { text: string }> & {
          correctable: boolean;
          phone: { text: string } | null;
        };
      };
    }>(DOCUMENTS.order, { number });
    if (!data) throw new Error('The order was not answered.');
    return data.me.order;
  };
  const anyWaits = async () => {
    const waiting = "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
    return (await main().execute(waiting)).length > 0;
  };
  const codeTo = async (email: string) => {
    await test.shop.jobs.runDue();
    return readCode(test.url, email);
  };

  it('keep addresses, of which one comes first, and take one away; nobody else sees or touches them', async () => {
    const { customer } = await join();
    const first = await change(customer, 'save', { phone: '030 23125417' });
    expect(first.addresses).toMatchObject([
      {
        isDefault: true,
        recipientName: { access: 'REVEALED', text: 'Testa Mustermann' },
        address: { access: 'REVEALED', text: expect.stringContaining('Quittengasse 3') as string },
        phone: { text: '+493023125417' },
        addressParts: { access: 'REVEALED', parts: { city: 'Musterhausen' } },
      },
    ]);
    const { addresses } = await change(customer, 'save', { address: NEXT });
    expect(addresses.map(({ isDefault }) => isDefault)).toEqual([true, false]);
    const [old, added] = addresses.map(({ id }) => id);
    const turned = await answerOf<Book>(customer, DOCUMENTS.makeDefault, { id: added });
    expect(turned.addresses.map(({ id }) => id)).toEqual([added, old]);

    const { customer: stranger } = await join();
    expect((await stranger.ask<{ me: Pick<Book, 'addresses'> }>(DOCUMENTS.book)).data?.me.addresses).toEqual([]);
    const refusals = [
      await change(stranger, 'correct', { id: added }),
      await change(stranger, 'correct', { id: 'none' }),
      await answerOf<Book>(stranger, DOCUMENTS.makeDefault, { id: added }),
    ];
    for (const { userErrors } of refusals) expect(userErrors).toEqual([{ code: 'ADDRESS_GONE', path: ['id'] }]);
    expect(await answerOf<Book>(stranger, DOCUMENTS.remove, { id: added })).toMatchObject({
      addresses: [],
      userErrors: [],
    });
    await expect(change(asCustomer(test), 'save', {})).rejects.toThrow('UNAUTHENTICATED');

    const removed = await answerOf<Book>(customer, DOCUMENTS.remove, { id: added });
    expect(removed.addresses).toMatchObject([{ id: old, isDefault: true }]);
    expect(await main().count(SavedAddress, { id: added ?? '' })).toBe(0);
  });

  it('can keep twenty, and nothing that is no address of the country, nor a card number or a mask', async () => {
    const { customer } = await join();
    const faults = async (input: object) =>
      (await change(customer, 'save', input)).userErrors.map(({ code, path }) => `${code} ${path.join('.')}`);
    expect(await faults({ recipientName: 'Testa 4242 4242 4242 4242' })).toEqual([
      'PAYMENT_CARD_REFUSED recipientName',
    ]);
    expect(await faults({ address: { ...HOME, addressLine2: '•••••' } })).toEqual([
      'MASKED_VALUE address.addressLine2',
    ]);
    expect(await faults({ address: { ...HOME, postalCode: 'x' } })).toEqual(['INVALID_POSTAL_CODE address.postalCode']);
    expect(await faults({ address: { ...HOME, countryCode: 'BR' } })).toContain(
      'UNSUPPORTED_COUNTRY address.countryCode',
    );
    expect(await faults({ phone: '12' })).toEqual(['INVALID_PHONE phone']);
    const answers = await Promise.all(Array.from({ length: 21 }, () => change(customer, 'save', {})));
    expect(answers.flatMap(({ userErrors }) => userErrors)).toEqual([{ code: 'ADDRESS_BOOK_FULL', path: [] }]);
    const { addresses } = (await customer.ask<{ me: Book }>(DOCUMENTS.book)).data?.me ?? { addresses: [] };
    expect(addresses.map(({ isDefault }) => isDefault)).toEqual([true, ...Array<boolean>(19).fill(false)]);
  });

  it('correct an address, and the orders that go there and are not dispatched with it; the old one is gone from every file (P6.2)', async (context) => {
    const { customer } = await join();
    const { addresses } = await change(customer, 'save', { phone: '+49 30 23125417' });
    const there = await orderBy(customer, { address: HOME, shippingOptionId: 'express', phone: '+49 30 23125417' });
    const elsewhere = await orderBy(customer, { address: NEXT });
    const dispatched = await orderBy(customer, { address: HOME });
    await main().nativeUpdate(Order, { number: dispatched }, { deliveredAt: clock.now() });
    const saved = await main().findOneOrFail(SavedAddress, { id: addresses[0]?.id ?? '' });
    const before = await main().findOneOrFail(Order, { number: there });
    const marks = [
      ...(await readSubjectMarks(test.shop.core.stores, saved.subjectId)).filter(({ name }) =>
        name.startsWith('saved_address.'),
      ),
      ...(await readSubjectMarks(test.shop.core.stores, before.subjectId)).filter(({ name }) =>
        /^placed_order\.(recipient_name|address|phone)$/.test(name),
      ),
    ];
    expect(marks).toHaveLength(6);

    const input = { id: saved.id, recipientName: 'Testa Neumuster', address: NEXT, phone: '+49 30 23125999' };
    const corrected = await change(customer, 'correct', input);
    expect(corrected.userErrors).toEqual([]);
    expect(Object.fromEntries(corrected.orders.map(({ number, outcome }) => [number, outcome]))).toEqual({
      [there]: 'CORRECTED',
      [elsewhere]: 'OTHER_VALUE',
    });
    expect(await shown(customer, there)).toMatchObject({
      recipientName: { text: 'Testa Neumuster' },
      phone: { text: '+493023125999' },
      address: { text: expect.stringContaining('Neue Allee 5') as string },
      addressParts: { access: 'REVEALED', parts: { addressLine1: 'Neue Allee 5', addressLine2: null } },
    });
    expect((await shown(customer, dispatched)).address.text).toContain('Quittengasse 3');
    expect(await shown(customer, dispatched)).toMatchObject({ correctable: false });

    const abroad = {
      ...input,
      address: { countryCode: 'FR', addressLine1: 'Rue du Modèle 3', postalCode: '75001', city: 'Paris' },
    };
    expect((await change(customer, 'correct', abroad)).orders).toContainEqual({
      number: there,
      outcome: 'OTHER_COUNTRY',
    });
    const alone = await change(customer, 'correct', { ...input, correctOrders: false });
    expect(alone).toMatchObject({ orders: [], userErrors: [] });

    clock.travel(1);
    await test.shop.jobs.runDue();
    const wanted = { values: ['Quittengasse', 'Neue Allee'], marks };
    expect(
      scanFiles(
        stores.dataDir,
        filesIn(stores.dataDir).filter((file) => !file.includes('sandbox')),
        wanted,
      ),
    ).toEqual([]);
    expect(test.logged()).not.toContain('Quittengasse');
    if (dialect === 'sqlite') return;
    const postgres = await postgresFiles(stores.urls);
    if (!postgres) return context.skip('The files of the server cannot be reached.');
    expect(scanFiles(postgres.folder, postgres.tables, wanted)).toEqual([]);
  });

  it('are told when a parcel left in the same moment: it went to the one address or the other', async () => {
    const { customer } = await join();
    const { addresses } = await change(customer, 'save', {});
    const number = await orderBy(customer, { address: HOME });
    const { id } = await main().findOneOrFail(Order, { number });
    const correcting: Promise<Book>[] = [];
    await main().transactional(async (em) => {
      const order = await lockOrder(em, id);
      correcting.push(change(customer, 'correct', { id: addresses[0]?.id, address: NEXT }));
      // SQLite lets one transaction write at a time, and the change begins when this one has ended.
      if (dialect === 'postgresql') await until('the change waits for the order', anyWaits);
      order.deliveredAt = clock.now();
    });
    const [corrected] = await Promise.all(correcting);
    expect(corrected?.orders).toEqual(dialect === 'postgresql' ? [{ number, outcome: 'CLOSED' }] : []);
    expect(corrected?.addresses[0]?.address.text).toContain('Neue Allee 5');
    expect((await shown(customer, number)).address.text).toContain('Quittengasse 3');
  });

  it('change name and language; orders under the old name follow, unless that is not wanted', async () => {
    const { customer } = await join({ name: 'Testa Mustermann' });
    const [theirs, gift] = [await orderBy(customer), await orderBy(customer, { recipientName: 'Testo Geschenk' })];
    const set = (input: object) => answerOf<Profile>(customer, DOCUMENTS.profile, { input });
    const renamed = await set({ name: ' Testa Neumuster ', mailLanguage: 'DE' });
    expect(renamed).toMatchObject({ customer: { name: { text: 'Testa Neumuster' }, language: 'DE' }, userErrors: [] });
    expect(renamed.orders.map(({ outcome }) => outcome).sort()).toEqual(['CORRECTED', 'OTHER_VALUE']);
    expect((await shown(customer, theirs)).recipientName.text).toBe('Testa Neumuster');
    expect((await shown(customer, gift)).recipientName.text).toBe('Testo Geschenk');
    expect(await set({ name: 'Testa Drittmuster', correctOrders: false })).toMatchObject({ orders: [] });
    expect((await shown(customer, theirs)).recipientName.text).toBe('Testa Neumuster');
    expect(await set({ name: null })).toMatchObject({ customer: { name: null, language: 'DE' } });
    expect((await set({ name: 'Testa 4242 4242 4242 4242' })).userErrors[0]).toMatchObject({
      code: 'PAYMENT_CARD_REFUSED',
    });
    expect((await set({ name: 'x'.repeat(71) })).userErrors[0]).toMatchObject({ code: 'TOO_LONG', path: ['name'] });
  });

  it('get another e-mail address by a code from there; the old one opens nothing any more and hears of it', async () => {
    const { customer, email } = await join({ password: 'seventeen quiet lanterns' });
    const other = asCustomer(test);
    await other.signIn(email, 'seventeen quiet lanterns');
    const late = await asCustomer(test).requestCode(email);
    const lateCode = await codeTo(email);
    const number = await orderBy(customer, { email });
    const before = await main().findOneOrFail(Account, { id: (await customer.me())?.id ?? '' });
    const wanted = newEmail();
    const request = (address: string) =>
      answerOf<{ validMinutes: number | null; userErrors: UserError[] }>(customer, DOCUMENTS.requestEmail, {
        input: { email: address },
      });
    const confirm = (code: string) => answerOf<Profile>(customer, DOCUMENTS.confirmEmail, { input: { code } });
    expect(await request(wanted)).toEqual({ validMinutes: 15, userErrors: [] });
    const code = await codeTo(wanted);
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
    expect((await confirm(wrong)).userErrors).toEqual([{ code: 'CODE_WRONG', path: ['code'] }]);
    expect((await customer.me())?.email.text).toBe(email);
    const changed = await confirm(code);
    expect(changed).toMatchObject({
      customer: { email: { text: wanted } },
      orders: [{ number, outcome: 'CORRECTED' }],
    });
    expect((await shown(customer, number)).email.text).toBe(wanted);
    expect((await confirm(code)).userErrors[0]?.code).toBe('CODE_WRONG');

    expect(await other.me()).toBeNull();
    expect((await asCustomer(test).enterCode(late.challenge ?? '', lateCode)).userErrors[0]?.code).toBe('CODE_WRONG');
    expect((await asCustomer(test).signIn(email, 'seventeen quiet lanterns')).data?.signIn.customer).toBeNull();
    expect((await asCustomer(test).signIn(wanted, 'seventeen quiet lanterns')).data?.signIn.customer).not.toBeNull();
    await test.shop.jobs.runDue();
    expect((await readMailbox(test.url, email))[0]?.subject).toBe('Your account has another address now');
    const after = await main().findOneOrFail(Account, { id: before.id });
    expect(after.email.bytes.equals(before.email.bytes)).toBe(false);
    for (const index of [after.emailIndex, after.confirmedIndex]) expect(index).not.toBe(before.emailIndex);
    const [{ orders }] = (await main().execute<{ orders: number | string }[]>(
      'select count(*) as orders from placed_order where email_index = ?',
      [test.shop.core.blindIndex.ofEmail('order.email', email)],
    )) as [{ orders: number | string }];
    expect(Number(orders)).toBe(0);
  });

  it('change name and address at the same time, and neither waits for the other for ever', async () => {
    const { customer, email } = await join({ name: 'Testa Quirrel' });
    for (let orders = 0; orders < 3; orders += 1) await orderBy(customer, { email, recipientName: 'Testa Quirrel' });
    const wanted = newEmail();
    await customer.ask(DOCUMENTS.requestEmail, { input: { email: wanted } });
    const code = await codeTo(wanted);
    const answers = await Promise.all([
      ...['Testa Q', 'Testa R', 'Testa S'].map((name) => customer.ask<object>(DOCUMENTS.profile, { input: { name } })),
      customer.ask<object>(DOCUMENTS.confirmEmail, { input: { code } }),
    ]);
    expect(answers.flatMap(({ errors }) => errors)).toEqual([]);
    expect((await customer.me())?.email.text).toBe(wanted);
  });

  it('are not told whether an address has an account; that gets a mail without a code, and keeps its address', async () => {
    const { email: taken } = await join();
    const { customer } = await join();
    const ask = (email: string) => customer.ask(DOCUMENTS.requestEmail, { input: { email } });
    expect((await ask(newEmail())).body).toBe((await ask(taken)).body);
    await test.shop.jobs.runDue();
    expect((await readMailbox(test.url, taken))[0]?.subject).toBe('This address has an account already');
    await expect(codeTo(newEmail())).rejects.toThrow('No code');
    const { userErrors } = await answerOf<Profile>(customer, DOCUMENTS.confirmEmail, { input: { code: '000000' } });
    expect(userErrors[0]?.code).toBe('CODE_WRONG');
    expect(
      (await answerOf<{ userErrors: UserError[] }>(customer, DOCUMENTS.requestEmail, { input: { email: 'none' } }))
        .userErrors,
    ).toEqual([{ code: 'INVALID_EMAIL', path: ['email'] }]);
    clock.travel(11);
    const stale = await answerOf<{ userErrors: UserError[] }>(customer, DOCUMENTS.requestEmail, {
      input: { email: newEmail() },
    });
    expect(stale.userErrors).toEqual([{ code: 'NOT_FRESH', path: [] }]);
  });

  it('who want the same address at once come one after the other, and one has it', async () => {
    const wanted = newEmail();
    const rivals = [await join(), await join()];
    const codes: string[] = [];
    for (const { customer } of rivals) {
      await answerOf(customer, DOCUMENTS.requestEmail, { input: { email: wanted } });
      codes.push(await codeTo(wanted));
    }
    const answers = await Promise.all(
      rivals.map(({ customer }, at) =>
        answerOf<Profile>(customer, DOCUMENTS.confirmEmail, { input: { code: codes[at] } }),
      ),
    );
    const errors = answers.flatMap(({ userErrors }) => userErrors.map(({ code }) => code));
    expect(errors).toEqual(['EMAIL_TAKEN']);
    const confirmedIndex = test.shop.core.blindIndex.ofEmail('person.email', wanted);
    expect(await main().count(Account, { confirmedIndex })).toBe(1);
    await until(
      'the one who lost has their own',
      async () =>
        (await Promise.all(rivals.map(({ customer }) => customer.me()))).filter((me) => me?.email.text === wanted)
          .length === 1,
    );
  });

  it('pay an order of theirs by its number, and fetch its invoice by it; a stranger does neither', async () => {
    const [{ customer }, { customer: stranger }] = [await join(), await join()];
    const number = await orderBy(customer);
    const pay = (who: Customer) => who.ask<{ payOrder: { paymentUrl: string | null } }>(DOCUMENTS.pay, { number });
    expect((await pay(customer)).data?.payOrder.paymentUrl).toMatch(/^http/);
    expect((await pay(stranger)).errors[0]?.extensions.code).toBe('NOT_FOUND');
    const invoice = async (who: Customer) =>
      (
        await fetch(`${test.shop.config.publicUrl}/orders/invoice`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', cookie: who.cookie() },
          body: JSON.stringify({ number }),
        })
      ).status;
    // It is not paid yet: there is none, which only its customer is told.
    expect([await invoice(customer), await invoice(stranger)]).toEqual([400, 404]);
  });
});
