import { afterAll, beforeAll, expect, it } from 'vitest';
import { Account } from '../../src/features/accounts/account.entity.ts';
import { ConsentJob } from '../../src/features/consent/consent-job.ts';
import { ConsentRecord } from '../../src/features/consent/consent-record.entity.ts';
import { NewsIssue } from '../../src/features/consent/news-issue.entity.ts';
import { SignalObjection } from '../../src/features/consent/signal-objection.entity.ts';
import { isFinished, startNews } from '../../src/features/consent/start-news.ts';
import { Mail } from '../../src/features/mail/mail.entity.ts';
import { Job } from '../../src/platform/jobs/job.entity.ts';
import { EgressAgreement } from '../../src/privacy/egress/egress-agreement.entity.ts';
import { eraseSubject } from '../../src/privacy/erasure/erase-subject.ts';
import { runRetention } from '../../src/privacy/retention/run-retention.ts';
import { headersOf, type MailReceiver, partOf, receiveMail } from '../mail/receive-mail.ts';
import { agree, type ChangedConsents, CONSENT_DOCUMENTS, consentsOf, receiptOf } from '../shop/agree.ts';
import { asCustomer, type Customer } from '../shop/as-customer.ts';
import { openShopOn, type TestShop } from '../shop/open-test-shop.ts';
import { travellingClock } from '../shop/travelling-clock.ts';
import { until } from '../shop/until.ts';
import { watchWork } from '../shop/watch-work.ts';
import { describeEachDialect } from '../stores/describe-dialects.ts';

const SIGNAL = { 'sec-gpc': '1' };
const DAY = 86_400_000;

let people = 0;
let issues = 0;
/** Words that were never sent before. */
function newIssue() {
  issues += 1;
  const words = (subject: string) => ({ subject: `${subject} ${issues}`, text: 'First.\n\nSecond.' });
  return { EN: { ...words('News'), link: { label: 'Look', path: '/shop' } }, DE: words('Neues'), ZH: words('资讯') };
}

describeEachDialect('A customer', (open) => {
  const clock = travellingClock();
  let receiver: MailReceiver;
  let test: TestShop;
  beforeAll(async () => {
    receiver = await receiveMail();
    test = await openShopOn(await open(), { clock }, { SMTP_URL: receiver.url });
  });
  afterAll(async () => {
    await test.close();
    await receiver.close();
  });

  const main = () => test.shop.core.stores.main.em.fork();
  const publicUrl = () => test.shop.config.publicUrl;
  const sentTo = (email: string) => receiver.received.filter(({ to }) => to.includes(email));
  const newsTo = ({ email }: { readonly email: string }) =>
    sentTo(email).filter(({ raw }) => raw.includes('List-Unsubscribe'));

  /** Somebody new, with an account whose code came by mail. */
  async function join(language = 'EN'): Promise<Customer & { readonly email: string }> {
    people += 1;
    const email = `reader-${people}@example.org`;
    const customer = asCustomer(test);
    const { challenge } = await customer.signUp({ email, language });
    await until('the code is mailed', async () => sentTo(email).length > 0);
    const code = /\b\d{6}\b/.exec(partOf(sentTo(email)[0]?.raw ?? '', 'text/plain'))?.[0] ?? '';
    if (!(await customer.enterCode(challenge ?? '', code)).customer) throw new Error('The code was not accepted.');
    return { ...customer, email };
  }
  /** Begins an issue, as if those before it were of long ago: there may be four in a month. */
  const begin = async (issue = newIssue()) => {
    await main().nativeUpdate(NewsIssue, {}, { startedAt: new Date(0) });
    return startNews(test.shop.core, issue);
  };
  const start = async () => (await begin())?.id ?? '';
  const issueOf = (id: string) => main().findOneOrFail(NewsIssue, { id });
  const finished = (id: string) => until('the issue is sent', async () => isFinished(await issueOf(id)));
  /** Writes an issue while the relay takes nothing, and holds its mails back until they are let go. */
  const startHeld = async () => {
    receiver.refuseWith = 451;
    const id = await start();
    const jobs = { kind: ConsentJob.SEND_NEWS };
    await until('every mail was tried and waits', async () => {
      const { queuedAt, queued } = await issueOf(id);
      return (
        queuedAt !== null && (await main().count(Job, { ...jobs, attempts: { $gt: 0 }, lockedUntil: null })) === queued
      );
    });
    await main().nativeUpdate(Job, jobs, { runAt: new Date(clock.now().getTime() + DAY) });
    receiver.refuseWith = null;
    return {
      id,
      letGo: async () => {
        await main().nativeUpdate(Job, jobs, { runAt: new Date(0) });
        await test.shop.jobs.runDue();
        await finished(id);
      },
    };
  };
  const linkIn = (raw: string) => /<([^>]+)>/.exec(headersOf(raw)['list-unsubscribe'] ?? '')?.[1] ?? '';
  const oneClick = (url: string) =>
    fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    });
  const givenOf = async (customer: Customer) => (await consentsOf(customer)).map(({ given }) => given);

  it('has agreed to nothing, agrees and stops with one call each, and the record says to what, when and how', async () => {
    const customer = await join();
    expect(await consentsOf(customer)).toMatchObject([
      { purpose: 'PRODUCT_NEWS', given: false, records: [] },
      { purpose: 'SERVICE_REMINDERS', given: false, records: [] },
    ]);
    const old = await agree(customer, 'PRODUCT_NEWS', { textVersion: 0 });
    expect(old.data?.setConsent.userErrors).toEqual([{ code: 'TEXT_CHANGED', path: ['textVersion'] }]);
    expect(await givenOf(customer)).toEqual([false, false]);

    const { data } = await agree(customer, 'PRODUCT_NEWS', { language: 'DE' });
    await agree(customer, 'PRODUCT_NEWS');
    const [news, reminders] = await consentsOf(customer);
    expect(reminders?.given).toBe(false);
    const text = { version: 1, language: 'DE', text: expect.stringContaining('Ich willige ein') as string };
    const given = { at: expect.stringMatching(/^\d{4}-/) as string, means: 'ACCOUNT_PAGE' };
    expect(news).toMatchObject({
      given: true,
      records: [{ access: 'REVEALED', state: 'GIVEN', given, text, ended: null }],
    });
    expect(news?.records).toHaveLength(1);
    expect(data?.setConsent.consents[0]?.records[0]?.id).toBe(news?.records[0]?.id);

    await agree(customer, 'PRODUCT_NEWS', { given: false, textVersion: 0 });
    await agree(customer);
    const [again] = await consentsOf(customer);
    expect(again?.records.map(({ state, keptUntil }) => [state, keptUntil === null])).toEqual([
      ['GIVEN', true],
      ['WITHDRAWN', false],
    ]);
    expect(again?.records[1]).toMatchObject({ given, text, ended: given });
  });

  it('takes a receipt along, with the fields of ISO/IEC TS 27560 in DPV’s terms; nobody else gets it', async () => {
    const customer = await join();
    await agree(customer);
    await agree(customer, 'PRODUCT_NEWS', { given: false });
    const id = (await consentsOf(customer))[0]?.records[0]?.id ?? '';
    const receipt = JSON.parse((await receiptOf(customer, id))?.text ?? 'null') as Record<string, unknown>;
    const { seller } = test.shop.config;
    expect(receipt).toMatchObject({
      '@type': 'dpv:ConsentReceipt',
      'dpv:hasIdentifier': id,
      'dpv:hasRecordOfActivity': [
        {
          '@type': 'dpv:ConsentRecord',
          'dpv:hasDataController': {
            'dpv:hasName': seller.name,
            'dpv:hasContact': expect.arrayContaining([seller.email.privacy]) as string[],
          },
          'dpv:hasLegalBasis': { '@id': 'eu-gdpr:A6-1-a' },
          'dpv:hasProcess': {
            'dpv:hasPurpose': { '@id': 'dpv:DirectMarketing' },
            'dpv:hasPersonalData': [{ 'skos:broader': { '@id': 'pd:EmailAddress' } }],
            'dpv:hasRecipient': [expect.anything(), { 'dpv:hasName': 'Own mail relay (loopback)' }],
            'dpv:hasStorageCondition': [expect.anything(), { 'dpv:hasDuration': 'P1095D' }],
          },
          'dpv:hasNotice': {
            'dct:hasVersion': '1',
            'dct:language': 'en',
            'dct:description': expect.stringMatching(/^I agree/) as string,
          },
          'dpv:hasConsentControl': [{ 'dpv:isExercisedAt': `${publicUrl()}/en/account/privacy` }, expect.anything()],
          'dpv:hasConsentStatus': [
            { '@type': ['dpv:ConsentGiven', 'dpv:ExpressedConsent'] },
            { '@type': ['dpv:ConsentWithdrawn'] },
          ],
        },
      ],
    });
    const stranger = await join();
    for (const [who, asked] of [
      [stranger, id],
      [stranger, 'none'],
      [asCustomer(test), id],
    ] as const)
      expect(await receiptOf(who, asked)).toBeNull();
    expect((await agree(asCustomer(test))).errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  it('gets the news they agreed to, once, in their language, and others get none', async () => {
    const [reader, leser, other] = [await join(), await join('DE'), await join()];
    for (const who of [reader, leser]) await agree(who);
    const issue = newIssue();
    const id = (await begin(issue))?.id ?? '';
    await finished(id);
    expect((await startNews(test.shop.core, issue))?.id).toBe(id);
    const [mail, ...more] = newsTo(reader);
    const raw = mail?.raw ?? '';
    expect(more).toEqual([]);
    expect(headersOf(raw).subject).toBe(issue.EN.subject);
    expect(headersOf(newsTo(leser)[0]?.raw ?? '')).toMatchObject({
      subject: issue.DE.subject,
      'content-language': 'de',
      'list-unsubscribe': expect.stringMatching(/\/mail\/unsubscribe\?l=de&t=[\w-]{43}>$/) as string,
    });
    expect(headersOf(raw)['list-unsubscribe-post']).toBe('List-Unsubscribe=One-Click');
    const token = new URL(linkIn(raw)).searchParams.get('t') ?? '';
    for (const part of [partOf(raw, 'text/plain'), partOf(raw, 'text/html')]) {
      for (const said of [
        'Second.',
        `${publicUrl()}/en/shop`,
        `${publicUrl()}/en/unsubscribe#${token}`,
        'agreed to product news',
      ])
        expect(part).toContain(said);
    }
    expect(sentTo(other.email)).toHaveLength(1);
    expect(await main().count(Mail, { kind: 'NEWS' })).toBe(0);
    expect(test.logged()).not.toContain(token);
  });

  it('agreed to four issues in a month, and a fifth is not begun; nor does any leave without an agreement that covers it', async () => {
    const reader = await join();
    await agree(reader);
    const agreement = { key: 'own-mail-relay' };
    const { purposes } = await main().findOneOrFail(EgressAgreement, agreement);
    await main().nativeUpdate(EgressAgreement, agreement, { purposes: ['ORDER_PROCESSING', 'SECURITY'] });
    const id = await start();
    const failed = { kind: ConsentJob.SEND_NEWS, lastErrorCode: 'NO_AGREEMENT', lockedUntil: null };
    await until(
      'the mail was refused to leave',
      async () => (await main().count(Job, failed)) === (await issueOf(id)).queued,
    );
    expect(newsTo(reader)).toEqual([]);
    await main().nativeUpdate(EgressAgreement, agreement, { purposes });
    await main().nativeUpdate(Job, { kind: ConsentJob.SEND_NEWS }, { runAt: new Date(0) });
    await test.shop.jobs.runDue();
    await finished(id);
    expect(newsTo(reader)).toHaveLength(1);
    for (const _more of [2, 3, 4]) expect(await startNews(test.shop.core, newIssue())).not.toBeNull();
    expect(await startNews(test.shop.core, newIssue())).toBeNull();
  });

  it('unsubscribes by the header of a mail, without cookie; a scanner that fetches the link does not', async () => {
    const reader = await join();
    await agree(reader);
    await agree(reader, 'SERVICE_REMINDERS');
    await finished(await start());
    const url = linkIn(newsTo(reader)[0]?.raw ?? '');
    const token = new URL(url).searchParams.get('t') ?? '';
    for (const method of ['GET', 'HEAD']) {
      const seen = await fetch(url, { method, redirect: 'manual' });
      expect([seen.status, seen.headers.get('location')]).toEqual([303, `${publicUrl()}/en/unsubscribe#${token}`]);
    }
    await test.shop.jobs.runDue();
    expect(await givenOf(reader)).toEqual([true, true]);

    const look = watchWork(test.shop);
    const answers = [];
    // A first sighting costs more than the second.
    for (const one of ['A'.repeat(43), 'B'.repeat(43), token, token]) {
      const answer = await oneClick(url.replace(token, one));
      const { statements, hashes } = look();
      const headers = Object.fromEntries([...answer.headers].filter(([name]) => name !== 'date'));
      answers.push([answer.status, await answer.text(), headers, statements.length, hashes]);
    }
    expect(answers[0]?.[0]).toBe(200);
    expect(answers.slice(2)).toEqual([answers[1], answers[1]]);
    expect((await oneClick(`${test.url}/mail/unsubscribe`)).status).toBe(200);
    await until('the wish is carried out', async () => !(await givenOf(reader))[0]);
    const [news, reminders] = await consentsOf(reader);
    expect(news?.records[0]?.ended?.means).toBe('UNSUBSCRIBE_LINK');
    expect(reminders?.given).toBe(true);

    // Whoever agreed again and then finds the old mail means what they do; the page of the link asks the graph.
    await agree(reader);
    const asked = await asCustomer(test).ask(CONSENT_DOCUMENTS.unsubscribe, { token });
    const unknown = await asCustomer(test).ask(CONSENT_DOCUMENTS.unsubscribe, { token: 'C'.repeat(43) });
    expect([asked.status, asked.body]).toEqual([unknown.status, unknown.body]);
    await until('the old link has ended the new consent', async () => !(await givenOf(reader))[0]);
    await finished(await start());
    expect(newsTo(reader)).toHaveLength(1);
  });

  it('who objects while the relay is away gets nothing when it is back, nor does whoever withdrew in the last moment', async () => {
    const [objector, late] = [await join(), await join()];
    for (const who of [objector, late]) await agree(who);
    const { id, letGo } = await startHeld();
    const queued = () => main().find(Mail, { kind: 'NEWS', state: 'QUEUED' });
    const { data } = await objector.ask<{ objectToMarketing: ChangedConsents }>(CONSENT_DOCUMENTS.object);
    expect(data?.objectToMarketing.consents.map(({ given, records }) => [given, records[0]?.state])).toEqual([
      [false, 'WITHDRAWN'],
      [false, 'REFUSED'],
    ]);
    const subjectOf = async ({ email }: { email: string }) => {
      const index = test.shop.core.blindIndex.ofEmail('person.email', email);
      return (await main().findOneOrFail(Account, { confirmedIndex: index })).subjectId;
    };
    const gone = await subjectOf(objector);
    expect((await queued()).some(({ subjectId }) => subjectId === gone)).toBe(false);
    // As if it were withdrawn between the look into the queue and the sending: the mail is still there.
    await main().nativeUpdate(ConsentRecord, { subjectId: await subjectOf(late) }, { state: 'WITHDRAWN' });
    await letGo();
    for (const who of [objector, late]) expect(newsTo(who)).toHaveLength(0);
    const { queued: written, sent, dropped, unsure } = await issueOf(id);
    expect([dropped, sent + dropped + unsure]).toEqual([2, written]);
  });

  it('who changes the address while news wait to be sent gets none at the old one', async () => {
    const mover = await join();
    await agree(mover);
    const { id, letGo } = await startHeld();
    const wanted = `moved-${mover.email}`;
    const change = (name: string, input: object) =>
      mover.ask(
        `mutation ($input: ${name[0]?.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { __typename } }`,
        {
          input,
        },
      );
    await change('requestEmailChange', { email: wanted });
    await until('the code has come', async () => sentTo(wanted).length > 0);
    const code = /\b\d{6}\b/.exec(partOf(sentTo(wanted)[0]?.raw ?? '', 'text/plain'))?.[0];
    await change('confirmEmailChange', { code });
    expect((await mover.me())?.email.text).toBe(wanted);
    await letGo();
    await finished(id);
    expect([...newsTo(mover), ...newsTo({ email: wanted })]).toHaveLength(0);
  });

  it('is mailed at most once: what a process died over may have been sent, and is not sent again', async () => {
    const reader = await join();
    await agree(reader);
    const { id, letGo } = await startHeld();
    const index = test.shop.core.blindIndex.ofEmail('person.email', reader.email);
    const { subjectId } = await main().findOneOrFail(Account, { confirmedIndex: index });
    await main().nativeUpdate(Mail, { subjectId }, { state: 'SENDING' });
    await letGo();
    expect(newsTo(reader)).toHaveLength(0);
    expect((await issueOf(id)).unsure).toBe(1);
  });

  it('whose browser objects is taken at its word, once, at no further cost, and their own later word counts', async () => {
    const customer = await join();
    await agree(customer);
    const { ask } = customer;
    const look = watchWork(test.shop);
    const asked = async (headers = {}) => {
      const { data } = await customer.shopper.ask<object>(CONSENT_DOCUMENTS.signals, {}, headers);
      return { data, statements: look().statements.length };
    };
    const before = await asked();
    expect(before.data).toEqual({ privacySignals: { sent: false, mayCollect: true } });
    const first = await asked({ dnt: '1' });
    expect(first.data).toEqual({ privacySignals: { sent: true, mayCollect: false } });
    const bySignal = { means: 'BROWSER_SIGNAL' };
    expect(await consentsOf(customer)).toMatchObject([
      { given: false, records: [{ state: 'WITHDRAWN', ended: bySignal }] },
      { given: false, records: [{ state: 'REFUSED', ended: bySignal }] },
    ]);
    expect((await asked(SIGNAL)).statements).toBe(before.statements);
    await agree({ ask: (document, variables) => customer.shopper.ask(document, variables, SIGNAL) });
    await asked(SIGNAL);
    // Nor does signing in anew with the same browser undo it.
    const { challenge } = await customer.requestCode(customer.email);
    await until('the code is mailed', async () => sentTo(customer.email).length === 2);
    const code = /\b\d{6}\b/.exec(partOf(sentTo(customer.email)[1]?.raw ?? '', 'text/plain'))?.[0] ?? '';
    await customer.enterCode(challenge ?? '', code);
    await asked(SIGNAL);
    const [news, reminders] = await consentsOf({ ...customer, ask });
    expect([news?.given, news?.records.length, reminders?.records.length]).toEqual([true, 2, 1]);
    const gpc = await fetch(`${test.url}/.well-known/gpc.json`);
    expect([gpc.headers.get('content-type'), await gpc.json()]).toEqual([
      expect.stringMatching(/^application\/json/),
      { gpc: true, lastUpdate: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string },
    ]);
  });

  it('leaves nothing behind: neither after an erasure, whose links answer as before, nor after the time of the record', async () => {
    const [erased, kept] = [await join(), await join()];
    for (const who of [erased, kept]) {
      await agree(who);
      await who.shopper.ask(CONSENT_DOCUMENTS.signals, {}, SIGNAL);
      await agree(who);
    }
    await finished(await start());
    const url = linkIn(newsTo(erased)[0]?.raw ?? '');
    const rows = async ({ email }: { email: string }) => {
      const index = test.shop.core.blindIndex.ofEmail('person.email', email);
      const account = await main().findOne(Account, { confirmedIndex: index });
      return account?.subjectId ?? '';
    };
    const [goneId, keptId] = [await rows(erased), await rows(kept)];
    const before = await oneClick(url.replace(/t=.*/, `t=${'D'.repeat(43)}`));
    await eraseSubject(test.shop.core, goneId);
    const after = await oneClick(url);
    expect([after.status, await after.text()]).toEqual([before.status, await before.text()]);
    await test.shop.jobs.runDue();
    expect(await main().count(ConsentRecord, { subjectId: goneId })).toBe(0);
    expect(await main().count(SignalObjection, { subjectId: goneId })).toBe(0);

    const count = (subjectId: string) => main().count(ConsentRecord, { subjectId });
    expect(await count(keptId)).toBe(3);
    // Used now and then meanwhile, so that the account itself stays.
    for (const years of [1, 1, 1]) {
      clock.travel(years * 366 * 24 * 60);
      await main().nativeUpdate(Account, { subjectId: keptId }, { lastUsedOn: clock.now().toISOString().slice(0, 10) });
    }
    await runRetention(test.shop.core);
    expect(await count(keptId)).toBe(1);
    // As the retention of accounts does where nobody comes any more.
    await main().nativeDelete(Account, { subjectId: keptId });
    expect([await count(keptId), await main().count(SignalObjection, { subjectId: keptId })]).toEqual([0, 0]);
  });
});
