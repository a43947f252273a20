import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v4 as uuidv4, v7 as uuidv7 } from 'uuid';
import { expect, it } from 'vitest';
import { Account } from '../../src/features/accounts/account.entity.ts';
import { ConsentRecord } from '../../src/features/consent/consent-record.entity.ts';
import { NewsIssue } from '../../src/features/consent/news-issue.entity.ts';
import { Job } from '../../src/platform/jobs/job.entity.ts';
import { hashOfToken, newToken } from '../../src/platform/tokens/token.ts';
import type { PrivacyCore } from '../../src/privacy/core.ts';
import { EgressAgreement } from '../../src/privacy/egress/egress-agreement.entity.ts';
import { createSubject, prepareSubject } from '../../src/privacy/subjects/create-subject.ts';
import { runCommand } from '../commands/run-command.ts';
import { receiveMail } from '../mail/receive-mail.ts';
import { freePort, openShopOn } from '../shop/open-test-shop.ts';
import { startShopProcess } from '../shop/start-shop-process.ts';
import { until } from '../shop/until.ts';
import { describeEachDialect, type TestStores } from '../stores/describe-dialects.ts';

/** More than may wait at once, so that the writing is cut short as well as the sending. */
const READERS = 240;

const WORDS = { subject: 'News that is cut short', text: 'One.\n\nTwo.' };

/** Somebody with an account who has agreed to news. */
async function newReader({ stores, vault, blindIndex, ...core }: PrivacyCore, email: string): Promise<void> {
  const prepared = await prepareSubject(core, 'CUSTOMER');
  await stores.main.em.fork().transactional(async (em) => {
    const subject = createSubject(em, prepared);
    const now = core.clock.now();
    const [accountId, recordId, token] = [uuidv7(), uuidv4(), newToken()];
    const index = blindIndex.ofEmail('person.email', email);
    const account = em.create(Account, {
      id: accountId,
      subjectId: subject.id,
      state: 'ACTIVE',
      language: 'EN',
      createdAt: now,
      confirmedAt: now,
      lastUsedOn: now.toISOString().slice(0, 10),
      emailIndex: index,
      confirmedIndex: index,
      email: vault.seal(subject, 'account.email', accountId, email),
      name: null,
      passwordHash: null,
    });
    em.create(ConsentRecord, {
      id: recordId,
      subjectId: subject.id,
      account,
      purpose: 'PRODUCT_NEWS',
      state: 'GIVEN',
      endedOn: null,
      tokenHash: hashOfToken(token),
      given: vault.seal(subject, 'consent.given', recordId, {
        at: now.toISOString(),
        means: 'ACCOUNT_PAGE',
        version: 1,
        language: 'EN',
      }),
      ended: null,
      unsubscribeToken: vault.seal(subject, 'consent.unsubscribeToken', recordId, token),
    });
  });
}

describeEachDialect('News that are being sent when the server is killed', (open) => {
  const environment = ({ urls, dataDir }: TestStores, port: number, smtpUrl: string) => ({
    DATA_DIR: dataDir,
    DATABASE_URL: urls.mainUrl,
    KEYS_DATABASE_URL: urls.keysUrl,
    LOG_DATABASE_URL: urls.logUrl,
    NODE_ENV: 'test',
    PORT: String(port),
    SANDBOX_PORT: '0',
    SMTP_URL: smtpUrl,
  });

  it('reach everybody who agreed, each once, when it is back, and the command goes on where it was', async () => {
    const receiver = await receiveMail();
    const stores = await open();
    const em = () => stores.main.em.fork();
    const emails = Array.from({ length: READERS }, (_, at) => `reader-${at}@example.org`);
    const shop = await openShopOn(stores);
    for (const email of emails) await newReader(shop.shop.core, email);
    await shop.close();
    const file = join(mkdtempSync(join(tmpdir(), 'barrier-news-')), 'issue.json');
    writeFileSync(file, JSON.stringify({ EN: WORDS, DE: WORDS, ZH: WORDS }));
    const smtp = { SMTP_URL: receiver.url };

    const dry = await runCommand(stores, 'news:send', file, '--dry-run', smtp);
    expect([dry.code, dry.stdout]).toEqual([
      0,
      `${READERS} would get it (EN ${READERS}, DE 0, ZH 0). Nothing was sent.\n`,
    ]);

    // A relay whose agreement does not cover news gets none.
    const agreement = { key: 'own-mail-relay' };
    const { purposes } = await em().findOneOrFail(EgressAgreement, agreement);
    await em().nativeUpdate(EgressAgreement, agreement, { purposes: ['ORDER_PROCESSING'] });
    const refused = await runCommand(stores, 'news:send', file, smtp);
    expect([refused.code, refused.stderr]).toEqual([
      1,
      'The agreement own-mail-relay does not cover the purpose PRODUCT_NEWS.\n',
    ]);
    await em().nativeUpdate(EgressAgreement, agreement, { purposes });

    // From the thirty-first on the relay takes mails and does not answer: each of the four jobs that run at once is in the middle of one then.
    receiver.silentAfter = 30;
    let server = await startShopProcess(environment(stores, await freePort(), receiver.url));
    const first = runCommand(stores, 'news:send', file, smtp);
    await until('four mails wait for an answer', async () => receiver.received.length >= 34);
    await server.end('SIGKILL');
    receiver.silentAfter = null;
    // What the dead process had is free now, as it is after a minute.
    await em().nativeUpdate(Job, { lockedUntil: { $ne: null } }, { lockedUntil: null, lease: null });
    server = await startShopProcess(environment(stores, await freePort(), receiver.url));
    const [ended, again] = [await first, await runCommand(stores, 'news:send', file, smtp)];
    await server.end('SIGTERM');

    const to = receiver.received.flatMap((mail) => mail.to).sort();
    expect(to).toEqual([...emails].sort());
    const [issue, ...others] = await em().findAll(NewsIssue);
    expect(others).toEqual([]);
    expect(issue).toMatchObject({ queued: READERS, sent: READERS - 4, dropped: 0, unsure: 4 });
    expect([ended.code, again.code, again.stdout]).toEqual([0, 0, ended.stdout]);
    expect(ended.stdout).toContain(`${READERS - 4} sent`);
    await receiver.close();
  });
});
