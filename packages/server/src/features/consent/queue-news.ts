import { type Loaded, LockMode } from '@mikro-orm/core';
import { enqueueJob } from '../../platform/jobs/enqueue-job.ts';
import type { JobRun } from '../../platform/jobs/job-run.ts';
import { grantAccess } from '../../privacy/access/grant-access.ts';
import type { PrivacyCore } from '../../privacy/core.ts';
import { lockActiveSubject } from '../../privacy/subjects/lock-active-subject.ts';
import type { MailDeps } from '../mail/mail-deps.ts';
import type { MailMessage } from '../mail/mail-message.ts';
import { addMail } from '../mail/queue-mail.ts';
import { composeNews } from './compose-news.ts';
import { ConsentJob } from './consent-job.ts';
import { ConsentRecord } from './consent-record.entity.ts';
import { isClosed } from './is-closed.ts';
import { NewsIssue } from './news-issue.entity.ts';

/** How many mails are written in one transaction. */
const BATCH = 25;

/** How many written mails of an issue may wait: more would only grow old before they are sent. */
const MOST_WAITING = 200;

/** When to look again whether some have been sent. */
const LOOK_AGAIN_MS = 5_000;

/** A consent that stands, with the account that it is of. */
type Reader = Loaded<ConsentRecord, 'account'>;

/**
 * Writes the mails of an issue, a few to a transaction, which also notes how far it has come: whoever dies when, nobody's is written twice and
 * nobody's is left out. Where many wait to be sent it ends, and comes again a little later.
 */
export async function queueNews(deps: MailDeps, run: JobRun): Promise<void> {
  const { core } = deps;
  const issueId = run.payload.issueId ?? '';
  for (;;) {
    run.signal.throwIfAborted();
    const issue = await core.stores.main.em.fork().findOne(NewsIssue, { id: issueId });
    if (!issue || issue.queuedAt) return;
    if (issue.queued - issue.sent - issue.dropped - issue.unsure >= MOST_WAITING) return later(core, run, issueId);
    await queueBatch(deps, issue);
  }
}

function later({ stores, clock }: PrivacyCore, run: JobRun, issueId: string): Promise<void> {
  return stores.main.em.fork().transactional(async (em) => {
    await run.completeIn(em);
    const runAt = new Date(clock.now().getTime() + LOOK_AGAIN_MS);
    await enqueueJob(em, { kind: ConsentJob.QUEUE_NEWS, payload: { issueId }, runAt });
  });
}

async function queueBatch(deps: MailDeps, issue: NewsIssue): Promise<void> {
  const { core } = deps;
  const { main } = core.stores;
  const { id: issueId, purpose, cursor } = issue;
  const readers = await main.em
    .fork()
    .find(
      ConsentRecord,
      { purpose, state: 'GIVEN', account: { state: 'ACTIVE' }, ...(cursor ? { id: { $gt: cursor } } : {}) },
      { orderBy: { id: 'asc' }, limit: BATCH, populate: ['account'] },
    );
  const messages = await writeAll(deps, issue, readers);
  await main.em.fork().transactional(async (em) => {
    const now = core.clock.now();
    const locked = await em.findOneOrFail(NewsIssue, { id: issueId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
    // Another worker has been here meanwhile.
    if (locked.cursor !== cursor || locked.queuedAt) return;
    for (const [{ subjectId }, message] of messages) {
      const subject = await lockActiveSubject(core, em, subjectId).catch(leftOut);
      if (!subject) continue;
      const mailId = addMail(core, em, subject, { kind: 'NEWS', message });
      // Due now, and so after whatever is due at once: nobody's order waits for the news.
      await enqueueJob(em, { kind: ConsentJob.SEND_NEWS, payload: { mailId, issueId }, runAt: now });
      locked.queued += 1;
    }
    locked.cursor = readers.at(-1)?.id ?? cursor;
    if (readers.length < BATCH) locked.queuedAt = now;
  });
}

/** The mails of a batch; who must not be opened, or is erased, is left out and does not keep the others from theirs. */
async function writeAll(
  deps: MailDeps,
  issue: NewsIssue,
  readers: readonly Reader[],
): Promise<(readonly [Reader, MailMessage])[]> {
  if (readers.length === 0) return [];
  try {
    return await write(deps, issue, readers);
  } catch (error) {
    if (readers.length === 1) return leftOut(error) ?? [];
    const alone: (readonly [Reader, MailMessage])[] = [];
    for (const reader of readers) alone.push(...(await writeAll(deps, issue, [reader])));
    return alone;
  }
}

async function write(deps: MailDeps, issue: NewsIssue, readers: readonly Reader[]) {
  const { core } = deps;
  const grants = await grantAccess(core, {
    viewer: { kind: 'system', task: 'product-news' },
    purpose: issue.purpose,
    reason: 'MAIL',
    items: readers.flatMap(({ subjectId }) => [
      { subjectId, category: 'EMAIL' as const, coordinate: 'egress:mail/account.email' },
      { subjectId, category: 'CONSENT' as const, coordinate: 'egress:mail/consent.unsubscribeToken' },
    ]),
  });
  return readers.flatMap((reader) => {
    const { subjectId, account, unsubscribeToken } = reader;
    if (!unsubscribeToken || grants.erased.has(subjectId)) return [];
    const to = core.vault.open(account.email, grants.for(subjectId, 'EMAIL'));
    const token = core.vault.open(unsubscribeToken, grants.for(subjectId, 'CONSENT'));
    const { language } = account;
    return [[reader, composeNews(issue.texts[language], { to, language, token }, deps)] as const];
  });
}

/** A person who is being erased, or whose data may not be used now, is not written to. @throws whatever else it is. */
function leftOut(error: unknown): null {
  if (isClosed(error)) return null;
  throw error;
}
