import type { SqlEntityManager } from '@mikro-orm/sql';
import type { JobRun } from '../../platform/jobs/job-run.ts';
import { MailError } from '../../platform/mail/mail-transport.ts';
import { sqlIn } from '../../platform/orm/raw-sql.ts';
import { passEgress } from '../../privacy/egress/pass-egress.ts';
import { Mail } from '../mail/mail.entity.ts';
import type { MailDeps } from '../mail/mail-deps.ts';
import { isClosed } from './is-closed.ts';
import { NEWS_PURPOSE } from './start-news.ts';

/** What became of a mail; each is a column of the issue. */
type Outcome = 'sent' | 'dropped' | 'unsure';

/**
 * Sends a mail of the news, if its reader agrees at this moment; at most once. That it is being sent is committed first: a process that dies, or a
 * connection that is lost, before the relay has answered leaves open whether it was taken, and then it is not sent again.
 * @throws {MailError} to be tried again, {PrivacyError} NO_AGREEMENT if the relay's agreement does not cover the news.
 */
export async function sendNews(deps: MailDeps, run: JobRun): Promise<void> {
  const { core, transport, count } = deps;
  const { mailId = '', issueId = '' } = run.payload;
  const end = (outcome: Outcome) => finish(deps, run, { mailId, issueId, outcome });
  const em = core.stores.main.em.fork();
  if (!(await take(em, mailId))) {
    const [left] = await sqlIn(em).run<{ state: string }>('select state from mail where id = ?', [mailId]);
    count?.('DROPPED');
    // Withdrawn, erased or too old; or this is the second time, and nobody knows how the first one ended.
    return end(left?.state === 'SENDING' ? 'unsure' : 'dropped');
  }
  if (!transport) return end('sent');
  const mail = await em.findOne(Mail, { id: mailId });
  if (!mail) return end('dropped');
  try {
    await passEgress(
      core,
      {
        recipient: 'PROCESSOR',
        purpose: NEWS_PURPOSE,
        agreementKey: transport.agreementKey,
        task: 'send-news',
        reason: 'MAIL',
        fields: { message: mail.message },
      },
      ({ message }) => transport.send({ id: mailId, ...message }),
    );
  } catch (error) {
    return end(await outcomeOf(deps, mailId, error));
  }
  count?.('SENT');
  return end('sent');
}

/** Marks a mail as being sent, in one statement with the look whether its reader agrees; false if it is not to be sent. */
async function take(em: SqlEntityManager, mailId: string): Promise<boolean> {
  const taken = await sqlIn(em).run(
    `update mail set state = 'SENDING' where id = ? and state = 'QUEUED' and exists (
       select 1 from consent_record where subject_id = mail.subject_id and purpose = ? and state = 'GIVEN'
     ) returning id`,
    [mailId, NEWS_PURPOSE],
  );
  return taken.length > 0;
}

/** What an error means for the mail. @throws it, if the mail surely was not taken and may be tomorrow. */
async function outcomeOf({ core, count, logger }: MailDeps, mailId: string, error: unknown): Promise<Outcome> {
  const refused = error instanceof MailError && error.code === 'MAIL_REFUSED';
  if (refused || isClosed(error)) {
    count?.('DROPPED');
    return 'dropped';
  }
  count?.('FAILED');
  if (error instanceof MailError && !error.notTaken) {
    logger?.warn({ mailId, kind: 'NEWS', code: error.code }, 'mail not sent again');
    return 'unsure';
  }
  await core.stores.main.em.fork().nativeUpdate(Mail, { id: mailId, state: 'SENDING' }, { state: 'QUEUED' });
  throw error;
}

/** Forgets the mail, counts it and ends the job, all at once; in the demo the mail is spooled. */
async function finish(
  { core, transport, count }: MailDeps,
  run: JobRun,
  { mailId, issueId, outcome }: { mailId: string; issueId: string; outcome: Outcome },
): Promise<void> {
  const spools = transport === null && outcome === 'sent';
  await core.stores.main.em.fork().transactional(async (em) => {
    await run.completeIn(em);
    if (spools) await em.nativeUpdate(Mail, { id: mailId }, { state: 'SPOOLED' });
    else await em.nativeDelete(Mail, { id: mailId });
    await sqlIn(em).run(`update news_issue set ${outcome} = ${outcome} + 1 where id = ?`, [issueId]);
  });
  if (spools) count?.('SPOOLED');
}
