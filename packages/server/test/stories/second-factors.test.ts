import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { Account } from '../../src/features/accounts/account.entity.ts';
import { tendCanaries } from '../../src/privacy/canary/tend-canaries.ts';
import { eraseSubject } from '../../src/privacy/erasure/erase-subject.ts';
import { ACCOUNT_DOCUMENTS, asCustomer } from '../shop/as-customer.ts';
import {
  type Admitted,
  codeOf,
  codesOf as codes,
  elsewhereAt,
  guarded,
  joinGuarded,
  need,
  PASSWORD,
  SECURITY_DOCUMENTS,
  signInByDevice,
} from '../shop/guarded-customer.ts';
import { openNeighbourOf, openShopOn, type TestShop } from '../shop/open-test-shop.ts';
import { readCode, readMailbox } from '../shop/read-mailbox.ts';
import { type SoftwareAuthenticator, softwareAuthenticator } from '../shop/software-authenticator.ts';
import { travellingClock } from '../shop/travelling-clock.ts';
import { watchWork } from '../shop/watch-work.ts';
import { describeEachDialect, type TestStores } from '../stores/describe-dialects.ts';

const TABLES = ['passkey', 'passkey_ceremony', 'totp_factor', 'recovery_code', 'second_factor_challenge'];

const REQUEST_EMAIL =
  'mutation ($input: RequestEmailChangeInput!) { requestEmailChange(input: $input) { validMinutes } }';
const CONFIRM_EMAIL =
  'mutation ($input: ConfirmEmailChangeInput!) { confirmEmailChange(input: $input) { customer { id } } }';

describeEachDialect('The guards of an account', (open, dialect) => {
  const clock = travellingClock();
  let stores: TestStores;
  let test: TestShop;
  beforeAll(async () => {
    stores = await open();
    test = await openShopOn(stores, { clock });
    // Its passkey is the decoy, which a shop has from its first minute on.
    await tendCanaries(test.shop.core);
  });
  afterAll(() => test.close());
  // All of them come from one network, which may only try so often.
  beforeEach(() => clock.travel(16));

  /** Goes on to the next code that an app shows. */
  const nextCode = () => clock.travel(0.5);
  const join = () => joinGuarded(test);
  const elsewhere = () => elsewhereAt(test);
  const signInBy = (device: SoftwareAuthenticator, wrong: object = {}) => signInByDevice(test, device, wrong);

  it('let a passkey in without an address, and nobody who is wrong about anything', async () => {
    const { id, addPasskey, security, email } = await join();
    const device = softwareAuthenticator();
    expect((await addPasskey(device, 'Blue key')).security?.passkeys).toMatchObject([
      { name: { text: 'Blue key' }, credentialId: { text: device.id }, lastUsedOn: null },
    ]);
    expect((await signInBy(device)).customer?.id).toBe(id);
    expect((await security())?.passkeys[0]?.lastUsedOn).not.toBeNull();

    const refused = [
      await signInBy(device, { origin: 'https://barrier.example' }),
      await signInBy(device, { rpId: 'barrier.example' }),
      await signInBy(device, { verified: false }),
      await signInBy(device, { type: 'webauthn.create' }),
      await signInBy(device, { challenge: 'made-up' }),
      await signInBy(softwareAuthenticator()),
    ];
    for (const answer of refused) expect(codes(answer)).toEqual(['PASSKEY_REFUSED']);
    const there = elsewhere();
    const signed = device.get(await there.challenge());
    expect(codes(await there.answer({ ...signed, userHandle: 'somebody-else' }))).toEqual(['PASSKEY_REFUSED']);
    // It was for one answer, whatever that was.
    expect(codes(await there.answer(signed))).toEqual(['PASSKEY_REFUSED']);
    expect((await signInBy(device)).customer?.id).toBe(id);
    for (const word of [device.id, 'Blue key', email]) expect(test.logged()).not.toContain(word);
  });

  it('refuse a challenge that is used, too old or for something else, and a copy that counts less', async () => {
    const here = await join();
    const device = softwareAuthenticator();
    await here.addPasskey(device);
    const there = elsewhere();
    const asked = await there.challenge();
    const answer = device.get(asked);
    expect((await there.answer(answer)).customer).not.toBeNull();
    expect(codes(await elsewhere().answer(answer))).toEqual(['PASSKEY_REFUSED']);
    expect(codes(await elsewhere().answer(device.get(asked)))).toEqual(['PASSKEY_REFUSED']);

    const late = await there.challenge();
    clock.travel(6);
    expect(codes(await there.answer(device.get(late)))).toEqual(['PASSKEY_REFUSED']);
    const creating = await need<{ creation: { challenge: string; rpId: string } }>(
      here.browser,
      SECURITY_DOCUMENTS.startCreation,
    );
    const swapped = device.get({ ...creating.creation, origin: test.shop.config.publicUrl });
    expect(codes(await elsewhere().answer(swapped))).toEqual(['PASSKEY_REFUSED']);

    const counted = device.counter;
    device.counter = 0;
    expect(codes(await signInBy(device))).toEqual(['PASSKEY_REFUSED']);
    device.counter = counted;
    expect((await signInBy(device)).customer).not.toBeNull();
    // Two copies that count alike, at once: one of them at most.
    const pair = [elsewhere(), elsewhere()];
    const both = [];
    for (const one of pair) both.push({ one, ceremony: await one.challenge() });
    const signed = both.map(({ one, ceremony }) => {
      device.counter = counted + 10;
      return { one, assertion: device.get(ceremony) };
    });
    const answers = await Promise.all(signed.map(({ one, assertion }) => one.answer(assertion)));
    expect(answers.filter(({ customer }) => customer !== null)).toHaveLength(1);
  });

  it('take a new passkey only from who is freshly signed in, verified, and in the browser that asked', async () => {
    const here = await join();
    const [device, second] = [softwareAuthenticator(), softwareAuthenticator()];
    for (const wrong of [
      { origin: 'https://barrier.example' },
      { rpId: 'barrier.example' },
      { verified: false },
      { challenge: 'made-up' },
      { type: 'webauthn.get' },
    ])
      expect(codes(await here.addPasskey(softwareAuthenticator(), 'Key', wrong))).toEqual(['PASSKEY_REFUSED']);
    expect(codes(await here.addPasskey(softwareAuthenticator(), '4242 4242 4242 4242'))).toEqual([
      'PAYMENT_CARD_REFUSED',
    ]);
    await here.addPasskey(device);
    const { userHandle } = device;
    // It is of this account, and of no other as well.
    const stranger = await join();
    expect(codes(await stranger.addPasskey(device))).toEqual(['PASSKEY_REFUSED']);
    const { creation } = await need<{ creation: { challenge: string; rpId: string; userHandle: string } }>(
      here.browser,
      SECURITY_DOCUMENTS.startCreation,
    );
    const attestation = second.create({ ...creation, origin: test.shop.config.publicUrl });
    const stolen = await stranger.change(SECURITY_DOCUMENTS.add, { input: { attestation, name: 'Key' } });
    expect(codes(stolen)).toEqual(['PASSKEY_REFUSED']);
    // Of the handle under which a device keeps the account nobody learns its id.
    expect(creation.userHandle).not.toContain(here.id);
    expect(creation.userHandle).toBe(userHandle);
    device.userHandle = userHandle;

    const passkey = (await here.security())?.passkeys[0]?.id;
    const renamed = await here.change(SECURITY_DOCUMENTS.rename, { id: passkey, name: 'Green key' });
    expect(renamed.security?.passkeys[0]?.name.text).toBe('Green key');
    await stranger.change(SECURITY_DOCUMENTS.rename, { id: passkey, name: 'Mine' });
    await stranger.change(SECURITY_DOCUMENTS.remove, { id: passkey });
    expect((await here.security())?.passkeys[0]?.name.text).toBe('Green key');
    clock.travel(11);
    expect(codes(await here.addPasskey(second))).toEqual(['NOT_FRESH']);
    expect(codes(await here.change(SECURITY_DOCUMENTS.remove, { id: passkey }))).toEqual(['NOT_FRESH']);
    // The passkey is a proof as well.
    const proof = await need<{ secondFactor: { token: string; means: string[] } }>(
      here.browser,
      SECURITY_DOCUMENTS.startProof,
    );
    expect(proof.secondFactor.means).toEqual(['PASSKEY']);
    const cookie = here.browser.cookie();
    const shown = device.get(await here.challenge(proof.secondFactor.token));
    expect((await here.answer(shown)).customer?.id).toBe(here.id);
    expect(here.browser.cookie()).toBe(cookie);
    const removed = await here.change(SECURITY_DOCUMENTS.remove, { id: passkey });
    expect(removed.security?.passkeys).toEqual([]);
    expect(codes(await signInBy(device))).toEqual(['PASSKEY_REFUSED']);
  });

  it('do not tell whether a passkey is known: same answer, same statements (D20)', async () => {
    const here = await join();
    const device = softwareAuthenticator();
    await here.addPasskey(device);
    const look = watchWork(test.shop);
    const works = [];
    // The first twice: a first sighting of a document costs more than the second.
    for (const one of [softwareAuthenticator(), softwareAuthenticator(), softwareAuthenticator(), device]) {
      const there = elsewhere();
      const assertion = one.get(await there.challenge());
      const forged = { ...assertion, signature: softwareAuthenticator().get(await there.challenge()).signature };
      const { status, body } = await there.browser.ask(SECURITY_DOCUMENTS.signIn, { input: { assertion: forged } });
      const { statements, hashes } = look();
      works.push({ status, body, hashes, statements: statements.length });
    }
    expect(works[3]).toEqual(works[2]);
  });

  it('ask for the code of an app after password or mailed code, and nobody is signed in before', async () => {
    const here = await join();
    const { secret, recoveryCodes } = await here.setUpTotp(clock.now);
    expect(recoveryCodes).toHaveLength(10);
    expect(await here.security()).toMatchObject({ hasTotp: true, recoveryCodesLeft: 10 });
    nextCode();
    const there = elsewhere();
    const { customer, secondFactor } = await there.signIn(here.email, PASSWORD);
    expect(customer).toBeNull();
    expect(secondFactor?.means).toEqual(['TOTP', 'RECOVERY_CODE']);
    expect(await there.browser.me()).toBeNull();
    expect(there.browser.cookie()).toBe('');
    const token = secondFactor?.token ?? '';
    const wrong = String((Number(codeOf(secret, clock.now())) + 1) % 1_000_000).padStart(6, '0');
    expect(codes(await there.enter(token, { code: wrong }))).toEqual(['FACTOR_WRONG']);
    expect(codes(await there.enter('made-up', { code: codeOf(secret, clock.now()) }))).toEqual(['FACTOR_WRONG']);
    expect((await there.enter(token, { code: codeOf(secret, clock.now()) })).customer?.id).toBe(here.id);
    expect(await there.browser.me()).not.toBeNull();
    nextCode();
    expect(codes(await elsewhere().enter(token, { code: codeOf(secret, clock.now()) }))).toEqual(['FACTOR_WRONG']);

    const mailed = elsewhere();
    const { challenge } = await mailed.browser.requestCode(here.email);
    await test.shop.jobs.runDue();
    const code = await readCode(test.url, here.email);
    const asked = await need<Admitted>(mailed.browser, SECURITY_DOCUMENTS.byCode, { input: { challenge, code } });
    expect([asked.customer, await mailed.browser.me()]).toEqual([null, null]);
    const entered = await mailed.enter(asked.secondFactor?.token ?? '', { code: codeOf(secret, clock.now()) });
    expect(entered.customer?.id).toBe(here.id);
    expect(test.logged()).not.toContain(secret);
  });

  it('take a code once, also of two processes at once, and none of another account or an earlier time', async () => {
    const here = await join();
    const { secret } = await here.setUpTotp(clock.now);
    const stranger = await join();
    const { secret: strange } = await stranger.setUpTotp(clock.now);
    const ask = async () => (await elsewhere().signIn(here.email, PASSWORD)).secondFactor?.token ?? '';
    // The code that set it up has been used.
    expect(codes(await elsewhere().enter(await ask(), { code: codeOf(secret, clock.now()) }))).toEqual([
      'FACTOR_WRONG',
    ]);
    nextCode();
    expect(codes(await elsewhere().enter(await ask(), { code: codeOf(strange, clock.now()) }))).toEqual([
      'FACTOR_WRONG',
    ]);
    const theirs = (await elsewhere().signIn(stranger.email, PASSWORD)).secondFactor?.token ?? '';
    expect(codes(await elsewhere().enter(theirs, { code: codeOf(secret, clock.now()) }))).toEqual(['FACTOR_WRONG']);
    const early = new Date(clock.now().getTime() - 90_000);
    expect(codes(await elsewhere().enter(await ask(), { code: codeOf(secret, early) }))).toEqual(['FACTOR_WRONG']);

    const neighbour = dialect === 'postgresql' ? await openNeighbourOf(test, stores, { clock }) : null;
    const doors = [test, neighbour ?? test, test, neighbour ?? test];
    const tokens: string[] = [];
    while (tokens.length < doors.length) tokens.push(await ask());
    const code = codeOf(secret, clock.now());
    const entered = await Promise.all(
      doors.map((door, at) => guarded(door, asCustomer(door)).enter(tokens[at] ?? '', { code })),
    );
    expect(entered.filter(({ customer }) => customer !== null)).toHaveLength(1);
    await neighbour?.close();
  });

  it('take each recovery code once, tell how many are left, and tell the owner by mail', async () => {
    const here = await join();
    const { recoveryCodes } = await here.setUpTotp(clock.now);
    const [first = '', second = ''] = recoveryCodes;
    const ask = async () => (await elsewhere().signIn(here.email, PASSWORD)).secondFactor?.token ?? '';
    const typed = first.toUpperCase().replace('-', ' ');
    const [one, other] = [await ask(), await ask()];
    const both = await Promise.all([one, other].map((token) => elsewhere().enter(token, { recoveryCode: typed })));
    expect(both.filter(({ customer }) => customer !== null)).toHaveLength(1);
    expect(codes(await elsewhere().enter(await ask(), { recoveryCode: first }))).toEqual(['FACTOR_WRONG']);
    expect((await here.security())?.recoveryCodesLeft).toBe(9);
    const { recoveryCodes: anew } = await here.change(SECURITY_DOCUMENTS.makeCodes);
    expect(anew).toHaveLength(10);
    expect(codes(await elsewhere().enter(await ask(), { recoveryCode: second }))).toEqual(['FACTOR_WRONG']);
    expect((await elsewhere().enter(await ask(), { recoveryCode: anew?.[9] })).customer?.id).toBe(here.id);
    await test.shop.jobs.runDue();
    const told = (await readMailbox(test.url, here.email)).map(({ text }) => text).join('\n');
    for (const sentence of ['app was set up', 'A recovery code of your account was used', 'New recovery codes'])
      expect(told).toContain(sentence);
    for (const code of [...recoveryCodes, ...(anew ?? [])]) expect(told + test.logged()).not.toContain(code);
  });

  it('let nobody on whose password or address was changed before they showed the second factor', async () => {
    const here = await join();
    const { recoveryCodes } = await here.setUpTotp(clock.now);
    const [first, second] = recoveryCodes;
    const waiting = async (password: string) => (await elsewhere().signIn(here.email, password)).secondFactor?.token;
    const before = await waiting(PASSWORD);
    await need(here.browser, ACCOUNT_DOCUMENTS.setPassword, { password: 'eighteen quiet lanterns' });
    expect(codes(await elsewhere().enter(before ?? '', { recoveryCode: first }))).toEqual(['FACTOR_WRONG']);
    const after = await waiting('eighteen quiet lanterns');
    const wanted = `moved-${here.email}`;
    await need(here.browser, REQUEST_EMAIL, { input: { email: wanted } });
    await test.shop.jobs.runDue();
    const code = await readCode(test.url, wanted);
    await need(here.browser, CONFIRM_EMAIL, { input: { code } });
    expect(codes(await elsewhere().enter(after ?? '', { recoveryCode: second }))).toEqual(['FACTOR_WRONG']);
    expect((await here.security())?.recoveryCodesLeft).toBe(10);
  });

  it('are a proof for the session that asked, and change only with one', async () => {
    const here = await join();
    const device = softwareAuthenticator();
    await here.addPasskey(device);
    expect(codes(await here.change(SECURITY_DOCUMENTS.makeCodes))).toEqual(['NO_FACTOR']);
    const required = await here.change(SECURITY_DOCUMENTS.require, { required: true });
    expect([required.security?.passkeyRequired, required.recoveryCodes?.length]).toEqual([true, 10]);
    expect((await elsewhere().signIn(here.email, PASSWORD)).secondFactor?.means).toEqual(['PASSKEY', 'RECOVERY_CODE']);
    const { secret } = await here.setUpTotp(clock.now);
    clock.travel(11);
    const changes = [
      [SECURITY_DOCUMENTS.require, { required: false }],
      [SECURITY_DOCUMENTS.removeTotp, {}],
      [SECURITY_DOCUMENTS.makeCodes, {}],
    ] as const;
    for (const [document, variables] of changes)
      expect(codes(await here.change(document, variables))).toEqual(['NOT_FRESH']);
    const { secondFactor } = await need<{ secondFactor: { token: string } }>(
      here.browser,
      SECURITY_DOCUMENTS.startProof,
    );
    const code = codeOf(secret, clock.now());
    // Nobody is signed in by it elsewhere.
    expect(codes(await elsewhere().enter(secondFactor.token, { code }))).toEqual(['FACTOR_WRONG']);
    expect((await here.enter(secondFactor.token, { code })).customer?.id).toBe(here.id);
    for (const [document, variables] of changes.slice(0, 2))
      expect(codes(await here.change(document, variables))).toEqual([]);
    // With the last second factor the codes in its place go.
    expect(await here.security()).toMatchObject({ hasTotp: false, passkeyRequired: false, recoveryCodesLeft: 0 });
    expect((await elsewhere().signIn(here.email, PASSWORD)).customer?.id).toBe(here.id);
    await here.change(SECURITY_DOCUMENTS.require, { required: true });
    const last = (await here.security())?.passkeys[0]?.id;
    const removed = await here.change(SECURITY_DOCUMENTS.remove, { id: last });
    expect(removed.security).toMatchObject({ passkeys: [], passkeyRequired: false, recoveryCodesLeft: 0 });
    // The next one is not asked for unless its owner says so again.
    expect((await here.addPasskey(softwareAuthenticator())).security?.passkeyRequired).toBe(false);
    expect((await elsewhere().signIn(here.email, PASSWORD)).customer?.id).toBe(here.id);
  });

  it('go with the account, and hold nothing that can be read', async () => {
    const here = await join();
    const device = softwareAuthenticator();
    await here.addPasskey(device, 'Blue key');
    const { secret, recoveryCodes } = await here.setUpTotp(clock.now);
    await here.signIn(here.email, PASSWORD);
    await here.challenge((await elsewhere().signIn(here.email, PASSWORD)).secondFactor?.token);
    const main = test.shop.core.stores.main.em.fork();
    const { subjectId } = await main.findOneOrFail(Account, { id: here.id });
    const rowsOf = async () => {
      const rows = [];
      for (const table of TABLES)
        rows.push(...(await main.execute(`select * from ${table} where subject_id = ?`, [subjectId])));
      return rows;
    };
    const rows = await rowsOf();
    expect(rows.length).toBeGreaterThanOrEqual(15);
    const stored = rows
      .map((row) =>
        Object.values(row as object)
          .map((value) => (value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : String(value)))
          .join(' '),
      )
      .join('\n');
    for (const value of [device.id, device.userHandle, 'Blue key', secret, ...recoveryCodes])
      expect(stored).not.toContain(value);
    await eraseSubject(test.shop.core, subjectId);
    expect(await rowsOf()).toEqual([]);
    expect(codes(await signInBy(device))).toEqual(['PASSKEY_REFUSED']);
  });
});
