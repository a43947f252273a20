import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Account } from '../../src/features/accounts/account.entity.ts';
import { linkSubject } from '../../src/features/accounts/link-subject.ts';
import { PersonSubject } from '../../src/features/accounts/person-subject.entity.ts';
import { tendCanaries } from '../../src/privacy/canary/tend-canaries.ts';
import { eraseSubject } from '../../src/privacy/erasure/erase-subject.ts';
import { runRetention } from '../../src/privacy/retention/run-retention.ts';
import { Subject } from '../../src/privacy/subjects/subject.entity.ts';
import { ACCOUNT_DOCUMENTS, asCustomer, type SignedIn } from '../shop/as-customer.ts';
import { buildOrderInput } from '../shop/build-order-input.ts';
import { openShopOn, type TestShop } from '../shop/open-test-shop.ts';
import { readCode, readMailbox } from '../shop/read-mailbox.ts';
import { shelve } from '../shop/shelve.ts';
import { travellingClock } from '../shop/travelling-clock.ts';
import { until } from '../shop/until.ts';
import { watchWork } from '../shop/watch-work.ts';
import { describeEachDialect } from '../stores/describe-dialects.ts';

const PASSWORD = 'seventeen quiet lanterns';

let people = 0;
const newEmail = () => `account-${++people}@example.org`;

describeEachDialect('An account', (open) => {
  const clock = travellingClock();
  let test: TestShop;
  beforeAll(async () => {
    test = await openShopOn(await open(), { clock });
    // The decoy, which a shop has from its first minute on.
    await tendCanaries(test.shop.core);
  });
  afterAll(() => test.close());

  const main = () => test.shop.core.stores.main.em.fork();
  const codeTo = async (email: string) => {
    await test.shop.jobs.runDue();
    return readCode(test.url, email);
  };

  it('is opened by the code in a mail, and shows its holder what was entered', async () => {
    const email = newEmail();
    const customer = asCustomer(test);
    const { challenge } = await customer.signUp({ email, name: 'Testa Mustermann', password: PASSWORD });
    expect(await customer.me()).toBeNull();
    const { customer: opened } = await customer.enterCode(challenge ?? '', await codeTo(email), 'Firefox on Linux');
    expect(opened).toMatchObject({
      email: { access: 'REVEALED', text: email, keptUntil: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string },
      name: { access: 'REVEALED', text: 'Testa Mustermann' },
      hasPassword: true,
      sessions: [{ isCurrent: true, device: { access: 'REVEALED', text: 'Firefox on Linux' } }],
    });
    expect(await customer.me()).toMatchObject({ id: opened?.id, email: { text: email } });
    expect(await asCustomer(test).me()).toBeNull();
    expect(test.logged()).not.toContain(email);
  });

  it('is signed in to by password, by a new token each time, and the old one is worth nothing', async () => {
    const email = newEmail();
    const customer = asCustomer(test);
    await customer.join(email, { password: PASSWORD });
    const before = customer.cookie();
    const { data } = await customer.signIn(email, PASSWORD);
    expect(data?.signIn.customer?.sessions).toHaveLength(1);
    expect(customer.cookie()).not.toBe(before);
    expect(await asCustomer(test, before).me()).toBeNull();
    expect(await asCustomer(test, 'barrier_session=made-up').me()).toBeNull();
    expect(await customer.me()).not.toBeNull();
  });

  it('does not open to a code that is wrong, used, too old, or after five wrong ones', async () => {
    const email = newEmail();
    await asCustomer(test).join(email);
    const other = asCustomer(test);
    const first = await other.requestCode(email);
    const code = await codeTo(email);
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
    expect((await other.enterCode(first.challenge ?? '', wrong)).userErrors[0]?.code).toBe('CODE_WRONG');
    expect((await other.enterCode('made-up', code)).userErrors[0]?.code).toBe('CODE_WRONG');
    expect((await other.enterCode(first.challenge ?? '', code)).customer).not.toBeNull();
    expect((await asCustomer(test).enterCode(first.challenge ?? '', code)).userErrors[0]?.code).toBe('CODE_WRONG');

    const second = await other.requestCode(email);
    const again = await codeTo(email);
    const bad = String((Number(again) + 1) % 1_000_000).padStart(6, '0');
    for (let guess = 0; guess < 5; guess += 1) await other.enterCode(second.challenge ?? '', bad);
    expect((await other.enterCode(second.challenge ?? '', again)).customer).toBeNull();

    const third = await other.requestCode(email);
    const late = await codeTo(email);
    clock.travel(16);
    expect((await other.enterCode(third.challenge ?? '', late)).customer).toBeNull();
  });

  it('is nobody’s second one: who signs up again with the same address is mailed a code for the one they have', async () => {
    const email = newEmail();
    const first = await asCustomer(test).join(email, { name: 'Testa Mustermann', password: PASSWORD });
    const again = asCustomer(test);
    const { challenge } = await again.signUp({ email, name: 'Somebody Else', password: 'another long password 4' });
    const code = await codeTo(email);
    // It goes with the account that was not needed.
    expect((await readMailbox(test.url, email))[0]?.text).toContain('wanted to open an account with this address');
    const { customer } = await again.enterCode(challenge ?? '', code);
    expect(customer).toMatchObject({ id: first.id, name: { text: 'Testa Mustermann' } });
    const { data } = await again.signIn(email, 'another long password 4');
    expect(data?.signIn.userErrors[0]?.code).toBe('SIGN_IN_REFUSED');
    const accounts = await main().find(Account, { state: 'UNCONFIRMED' });
    const erased = await main().count(Subject, { kind: 'CUSTOMER', state: 'ERASED' });
    expect(accounts).toEqual([]);
    expect(erased).toBeGreaterThan(0);
  });

  it('does not tell whether it exists: same answer, same statements, same hashes (D20)', async () => {
    const known = newEmail();
    const withoutPassword = newEmail();
    await asCustomer(test).join(known, { password: PASSWORD });
    await asCustomer(test).join(withoutPassword);
    const look = watchWork(test.shop);
    const documents: [string, (email: string) => object][] = [
      [ACCOUNT_DOCUMENTS.signIn, (email) => ({ input: { email, password: 'not the right one' } })],
      [ACCOUNT_DOCUMENTS.requestCode, (email) => ({ input: { email } })],
      [ACCOUNT_DOCUMENTS.signUp, (email) => ({ input: { email, password: 'another long password 5' } })],
    ];
    for (const [document, variables] of documents) {
      const works = [];
      // Twice unknown: a first sighting of a document costs more than the second.
      for (const email of [newEmail(), newEmail(), newEmail(), known]) {
        const { status, body } = await asCustomer(test).ask(document, variables(email));
        const { statements, hashes } = look();
        const told = body.replace(/"challenge":"[\w-]{43}"/, '"challenge":"…"');
        works.push({ status, told, bytes: body.length, hashes, statements: statements.length });
      }
      expect(works[3]).toEqual(works[2]);
    }
    const { data } = await asCustomer(test).signIn(withoutPassword, PASSWORD);
    expect(data?.signIn.userErrors[0]?.code).toBe('SIGN_IN_REFUSED');
  });

  it('refuses an address after ten failures, known or not, and lets codes in all the same', async () => {
    const email = newEmail();
    await asCustomer(test).join(email, { password: PASSWORD });
    for (const address of [email, newEmail()]) {
      for (let guess = 0; guess < 10; guess += 1) await asCustomer(test).signIn(address, 'not the right one');
      const { errors } = await asCustomer(test).signIn(address, PASSWORD);
      expect(errors[0]?.extensions.code).toBe('TOO_MANY_REQUESTS');
    }
    const customer = asCustomer(test);
    const { challenge } = await customer.requestCode(email);
    expect((await customer.enterCode(challenge ?? '', await codeTo(email))).customer).not.toBeNull();
    clock.travel(16);
    expect((await asCustomer(test).signIn(email, PASSWORD)).data?.signIn.customer).not.toBeNull();
  });

  it('takes no password that is short, published or the address, and none with a card number in the name', async () => {
    const email = 'quietlantern@example.org';
    const codeOf = async (input: object) => (await asCustomer(test).signUp({ email, ...input })).userErrors[0];
    expect(await codeOf({ password: 'short' })).toMatchObject({ code: 'PASSWORD_SHORT', path: ['password'] });
    expect(await codeOf({ password: 'x'.repeat(129) })).toMatchObject({ code: 'PASSWORD_LONG' });
    for (const password of ['1234567890', 'password2026!', 'Quietlantern1', email, 'aaaaaaaaaaaa'])
      expect(await codeOf({ password })).toMatchObject({ code: 'PASSWORD_KNOWN' });
    const carded = await codeOf({ name: 'Testa 4242 4242 4242 4242' });
    expect(carded).toMatchObject({ code: 'PAYMENT_CARD_REFUSED', path: ['name'] });
    expect(await codeOf({ email: 'no address' })).toMatchObject({ code: 'INVALID_EMAIL' });
  });

  it('lists its sessions and ends one, or all others; nobody ends somebody else’s', async () => {
    const email = newEmail();
    const [laptop, phone, tablet, stranger] = [test, test, test, test].map((shop) => asCustomer(shop));
    await laptop?.join(email, { password: PASSWORD });
    await phone?.signIn(email, PASSWORD, 'Phone');
    await tablet?.signIn(email, PASSWORD, 'Tablet');
    await stranger?.join(newEmail());
    const sessions = (await laptop?.me())?.sessions ?? [];
    expect(sessions.map(({ isCurrent, device }) => [isCurrent, device?.text])).toEqual([
      [true, undefined],
      [false, 'Tablet'],
      [false, 'Phone'],
    ]);
    const revoke = (who: typeof laptop, at: number) => who?.ask(ACCOUNT_DOCUMENTS.revoke, { id: sessions[at]?.id });
    await revoke(stranger, 1);
    expect(await tablet?.me()).not.toBeNull();
    // An id that is none changes nothing, and is no fault of the shop's.
    const none = await laptop?.ask<{ revokeSession: SignedIn }>(ACCOUNT_DOCUMENTS.revoke, { id: 'none' });
    expect(none?.data?.revokeSession.customer?.sessions).toHaveLength(3);
    await revoke(laptop, 1);
    expect(await tablet?.me()).toBeNull();
    await laptop?.ask(ACCOUNT_DOCUMENTS.revokeOthers);
    expect(await phone?.me()).toBeNull();
    expect((await laptop?.me())?.sessions).toHaveLength(1);
    await laptop?.ask(ACCOUNT_DOCUMENTS.signOut);
    expect(await laptop?.me()).toBeNull();
    const { errors } = (await laptop?.ask(ACCOUNT_DOCUMENTS.revokeOthers)) ?? { errors: [] };
    expect(errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('changes its password only when freshly signed in, and signs out everywhere else then', async () => {
    const email = newEmail();
    const [here, there] = [asCustomer(test), asCustomer(test)];
    await here.join(email, { password: PASSWORD });
    await there.signIn(email, PASSWORD);
    const set = async (password: string | null) =>
      (await here.ask<{ setPassword: { userErrors: { code: string }[] } }>(ACCOUNT_DOCUMENTS.setPassword, { password }))
        .data?.setPassword.userErrors[0]?.code;
    expect(await set('password2026!')).toBe('PASSWORD_KNOWN');
    clock.travel(11);
    expect(await set('eighteen quiet lanterns')).toBe('NOT_FRESH');
    await here.signIn(email, PASSWORD);
    expect(await set('eighteen quiet lanterns')).toBeUndefined();
    expect(await there.me()).toBeNull();
    expect(await here.me()).not.toBeNull();
    expect((await there.signIn(email, PASSWORD)).data?.signIn.customer).toBeNull();
    expect((await there.signIn(email, 'eighteen quiet lanterns')).data?.signIn.customer).not.toBeNull();
  });

  it('leaves nobody signed in who came by the old password while it was changed', async () => {
    const email = newEmail();
    const here = asCustomer(test);
    await here.join(email, { password: PASSWORD });
    const others = Array.from({ length: 6 }, () => asCustomer(test));
    const signedIn = others.map((other) => other.signIn(email, PASSWORD));
    const password = 'eighteen quiet lanterns';
    const { data } = await here.ask<{ setPassword: SignedIn }>(ACCOUNT_DOCUMENTS.setPassword, { password });
    expect(data?.setPassword.userErrors).toEqual([]);
    await Promise.all(signedIn);
    expect((await here.me())?.sessions).toHaveLength(1);
  });

  it('has the orders that its holder places while signed in, each a subject of its own, and goes with its subject', async () => {
    const { variantId } = await shelve(test.shop, { title: 'Calm Drops' });
    const email = newEmail();
    const customer = asCustomer(test);
    const { id } = await customer.join(email, { password: PASSWORD });
    await customer.shopper.add(variantId);
    const placed = await customer.shopper.place(buildOrderInput({ email: newEmail() }));
    const token = placed.trackingToken ?? '';
    // Signed in, they need no code for what is theirs; a stranger with the link sees masks.
    expect((await customer.shopper.follow(token)).recipientName.access).toBe('REVEALED');
    expect((await asCustomer(test).shopper.follow(token)).recipientName.access).toBe('MASKED');
    const stranger = asCustomer(test);
    await stranger.join(newEmail());
    expect((await stranger.shopper.follow(token)).recipientName.access).toBe('MASKED');

    const { subjectId } = await main().findOneOrFail(Account, { id });
    await eraseSubject(test.shop.core, subjectId);
    expect(await customer.me()).toBeNull();
    expect((await asCustomer(test).signIn(email, PASSWORD)).data?.signIn.customer).toBeNull();
    expect(await main().count(Account, { id })).toBe(0);
    for (const table of ['account_session', 'person_subject', 'sign_in_challenge']) {
      const column = table === 'person_subject' ? 'account_id' : 'subject_id';
      const rows = await main().execute(`select 1 from ${table} where ${column} = ?`, [
        column === 'account_id' ? id : subjectId,
      ]);
      expect(rows).toEqual([]);
    }
  });

  it('ends with its time: a session that is not used, one that nobody confirmed', async () => {
    const email = newEmail();
    const customer = asCustomer(test);
    await customer.join(email);
    clock.travel(29 * 24 * 60);
    expect(await customer.me()).not.toBeNull();
    clock.travel(29 * 24 * 60);
    expect(await customer.me()).not.toBeNull();
    clock.travel(31 * 24 * 60);
    expect(await customer.me()).toBeNull();

    await asCustomer(test).signUp({ email: newEmail() });
    // Its mail counts from when it is written, which is before the days pass.
    await test.shop.jobs.runDue();
    const [opened] = await main().find(Account, { state: 'UNCONFIRMED' }, { orderBy: { createdAt: 'desc' }, limit: 1 });
    // A run of the shop's own may be under way.
    const retain = () =>
      runRetention(test.shop.core).catch((error: { code?: string }) => {
        if (error.code !== 'RETENTION_BUSY') throw error;
      });
    const stateOf = async () => (await main().findOneOrFail(Subject, { id: opened?.subjectId ?? '' })).state;
    clock.travel(6 * 24 * 60);
    await retain();
    expect(await stateOf()).toBe('ACTIVE');
    clock.travel(2 * 24 * 60);
    await until('the account is gone', async () => {
      // The hourly sweeps take the code that was never entered, and the count of its mail.
      await test.shop.jobs.runDue();
      await retain();
      return (await stateOf()) === 'ERASED';
    });
    expect(await main().count(Account, { id: opened?.id ?? '' })).toBe(0);
  });

  it('that nobody uses goes, and with it which orders were its own; none comes to it once its session has ended', async () => {
    const customer = asCustomer(test);
    const { id: accountId, sessions } = await customer.join(newEmail());
    const session = { id: sessions[0]?.id ?? '', accountId };
    const link = (subjectId: string) => main().transactional((em) => linkSubject(em, session, subjectId, clock.now()));
    // Of an order that is kept for longer.
    await link(uuidv7());
    await customer.ask(ACCOUNT_DOCUMENTS.signOut);
    await expect(link(uuidv7())).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    expect(await main().count(PersonSubject, { accountId })).toBe(1);
    await main().nativeUpdate(Account, { id: accountId }, { lastUsedOn: '2020-01-01' });
    await until('the account is gone', async () => {
      await runRetention(test.shop.core).catch(() => undefined);
      return (await main().count(Account, { id: accountId })) === 0;
    });
    expect(await main().count(PersonSubject, { accountId })).toBe(0);
  });
});
