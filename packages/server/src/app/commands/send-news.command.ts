import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { NewsIssue } from '../../features/consent/news-issue.entity.ts';
import { countRecipients, isFinished, NEWS_PURPOSE, startNews } from '../../features/consent/start-news.ts';
import { OWN_RELAY_AGREEMENT } from '../../platform/mail/open-mail-transport.ts';
import { requireAgreement } from '../../privacy/egress/require-agreement.ts';
import { PrivacyError } from '../../privacy/privacy-error.ts';
import { readConfig } from '../config.ts';
import { callerFolder } from './caller-folder.ts';
import { progressBar } from './progress-bar.ts';
import { readNewsFile } from './read-news-file.ts';
import { USAGE } from './usage.ts';
import { UsageError } from './usage-error.ts';
import { type StoresAtHand, withStores } from './with-stores.ts';

/** How often the command looks how far the server has come. */
const LOOK_MS = 500;

const say = (line: string) => process.stdout.write(`${line}\n`);

/**
 * `news:send FILE`: hands an issue of the news to the server and shows how far it has come. What sends is the server, so that ending this command ends
 * nothing; called again with the same words it goes on watching, and nobody gets them twice. `--dry-run` says how many would get it.
 * @throws {UsageError}
 */
export async function sendNewsCommand(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { 'dry-run': { type: 'boolean', default: false } },
  });
  const [file] = positionals;
  if (!file || positionals.length > 1) throw new UsageError(USAGE['news:send'].call);
  const texts = await readNewsFile(resolve(callerFolder(), file));
  await withStores(async ({ stores, clock }) => {
    const lack = await lackOfAgreement({ stores, clock });
    if (values['dry-run']) {
      const people = await countRecipients(stores.main.em.fork());
      const all = Object.values(people).reduce((sum, count) => sum + count, 0);
      say(`${all} would get it (EN ${people.EN}, DE ${people.DE}, ZH ${people.ZH}). Nothing was sent.`);
      if (lack) say(`It could not be sent now: ${lack}`);
      return;
    }
    if (lack) {
      process.stderr.write(`${lack}\n`);
      process.exitCode = 1;
      return;
    }
    const issue = await startNews({ stores, clock }, texts);
    if (issue) return watch(stores, issue);
    process.stderr.write('Four issues were begun within 31 days, and nobody agreed to more. Try again later.\n');
    process.exitCode = 1;
  });
}

/** Why no news may leave by this shop's relay (D13), in a sentence; null if they may, or if the demo's spool takes them. */
async function lackOfAgreement(atHand: StoresAtHand): Promise<string | null> {
  const { smtpUrl, mailAgreement } = readConfig(process.env);
  if (smtpUrl === null) return null;
  try {
    await requireAgreement(atHand, {
      agreementKey: mailAgreement ?? OWN_RELAY_AGREEMENT,
      recipient: 'PROCESSOR',
      purpose: NEWS_PURPOSE,
      categories: ['MESSAGE'],
    });
    return null;
  } catch (error) {
    if (error instanceof PrivacyError && error.code === 'NO_AGREEMENT') return error.message;
    throw error;
  }
}

async function watch({ main }: StoresAtHand['stores'], { id }: NewsIssue): Promise<void> {
  const bar = progressBar();
  bar.say('The server sends it; this only watches, and can be ended and called again.');
  try {
    for (;;) {
      const issue = await main.em.fork().findOneOrFail(NewsIssue, { id });
      const { sent, dropped, unsure, queued, recipients } = issue;
      const done = sent + dropped + unsure;
      bar.show(done, Math.max(recipients, queued), `${sent} sent`);
      if (isFinished(issue)) {
        bar.done();
        const rest = unsure > 0 ? `, ${unsure} of which the relay may have and which are not sent again` : '';
        say(`${sent} sent, ${dropped} not sent (withdrawn, erased or unknown to the relay)${rest}.`);
        return;
      }
      await pause(LOOK_MS);
    }
  } finally {
    bar.done();
  }
}
