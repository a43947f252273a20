import { createHash } from 'node:crypto';
import type { ConsentPurpose } from '@barrier/schema/consent/consent-vocabulary.ts';
import type { Language } from '@barrier/schema/market/market.type.ts';
import type { SqlEntityManager } from '@mikro-orm/sql';
import { v4 as uuidv4 } from 'uuid';
import { enqueueJob } from '../../platform/jobs/enqueue-job.ts';
import { lockName } from '../../platform/orm/lock-name.ts';
import { sqlIn } from '../../platform/orm/raw-sql.ts';
import type { PrivacyCore } from '../../privacy/core.ts';
import { ConsentJob } from './consent-job.ts';
import { NewsIssue, type NewsText } from './news-issue.entity.ts';

/** What the issues of today are sent for. */
export const NEWS_PURPOSE: ConsentPurpose = 'PRODUCT_NEWS';

/** How many issues may begin within so many days: "at most four times a month" is what people agreed to. */
const MOST_ISSUES = 4;
const MONTH_MS = 31 * 86_400_000;

/** The words of an issue. */
export type NewsTexts = Readonly<Record<Language, NewsText>>;

/** How many would get an issue, by language. */
export async function countRecipients(em: SqlEntityManager): Promise<Readonly<Record<Language, number>>> {
  const rows = await sqlIn(em).run<{ language: Language; people: number | string }>(
    `select account.language, count(*) as people from consent_record join account on account.id = consent_record.account_id
      where consent_record.purpose = ? and consent_record.state = 'GIVEN' and account.state = 'ACTIVE' group by account.language`,
    [NEWS_PURPOSE],
  );
  const counts = { EN: 0, DE: 0, ZH: 0 };
  for (const { language, people } of rows) counts[language] = Number(people);
  return counts;
}

/**
 * Hands an issue to the server, which sends it. The same words again are the same issue: it is answered as it stands, and goes on by itself if it
 * is not finished. Null if there were as many within a month as people agreed to.
 */
export function startNews(
  { stores, clock }: Pick<PrivacyCore, 'stores' | 'clock'>,
  texts: NewsTexts,
): Promise<NewsIssue | null> {
  const contentHash = createHash('sha256')
    .update(JSON.stringify((['EN', 'DE', 'ZH'] as const).map((language) => wordsOf(texts[language]))))
    .digest('hex');
  return stores.main.em.fork().transactional(async (em) => {
    await lockName(sqlIn(em), 'news');
    const known = await em.findOne(NewsIssue, { contentHash });
    if (known) return known;
    const since = new Date(clock.now().getTime() - MONTH_MS);
    if ((await em.count(NewsIssue, { startedAt: { $gt: since } })) >= MOST_ISSUES) return null;
    const recipients = Object.values(await countRecipients(em)).reduce((sum, count) => sum + count, 0);
    const issue = em.create(NewsIssue, {
      id: uuidv4(),
      contentHash,
      purpose: NEWS_PURPOSE,
      texts,
      startedAt: clock.now(),
      cursor: null,
      queuedAt: null,
      recipients,
      queued: 0,
      sent: 0,
      dropped: 0,
      unsure: 0,
    });
    await enqueueJob(em, { kind: ConsentJob.QUEUE_NEWS, payload: { issueId: issue.id } });
    return issue;
  });
}

/** In an order of their own: how a file arranges its names does not make it another issue. */
function wordsOf({ subject, text, link }: NewsText): (string | null)[] {
  return [subject, text, link?.label ?? null, link?.path ?? null];
}

/** Whether an issue has been sent to everybody. */
export function isFinished({ queuedAt, queued, sent, dropped, unsure }: NewsIssue): boolean {
  return queuedAt !== null && sent + dropped + unsure >= queued;
}
