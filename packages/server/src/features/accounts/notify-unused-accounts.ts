import { dayOf } from '../../platform/clock/clock.ts';
import { grantAccess } from '../../privacy/access/grant-access.ts';
import { lockActiveSubject } from '../../privacy/subjects/lock-active-subject.ts';
import { queueNotice } from '../mail/queue-notice.ts';
import { Account } from './account.entity.ts';
import { accountKeptUntil } from './account-values.ts';
import type { CodeMailDeps } from './mail-sign-in-code.ts';
import { profileTexts } from './profile-texts.ts';
import { unlessGone } from './unless-gone.ts';

const DAY_MS = 86_400_000;

/** How many accounts are written to before others are looked for. */
const BATCH = 50;

/**
 * How many days before an account goes its holder is told, first and last: 60 and 14, and where the operator keeps unused accounts for a
 * shorter time, a half and a quarter of it at most.
 */
export function noticeDays(keptDays: number): readonly [first: number, last: number] {
  return [Math.min(60, Math.floor(keptDays / 2)), Math.min(14, Math.floor(keptDays / 4))];
}

/**
 * Tells the holders of accounts that nobody uses that those are about to go, twice and each once; signing in stops it. A shop that stood
 * still in between writes the last notice alone.
 */
export async function notifyUnusedAccounts(deps: CodeMailDeps): Promise<void> {
  const days = deps.core.registry.retentionDays.CREDENTIAL;
  const [first, last] = noticeDays(days);
  await notifyAll(deps, { unusedDays: days - last, notice: 2 });
  await notifyAll(deps, { unusedDays: days - first, notice: 1 });
}

interface Notice {
  readonly unusedDays: number;
  /** Which of the two it is. */
  readonly notice: 1 | 2;
}

async function notifyAll(deps: CodeMailDeps, { unusedDays, notice }: Notice): Promise<void> {
  const { core } = deps;
  const unusedSince = dayOf(new Date(core.clock.now().getTime() - unusedDays * DAY_MS));
  for (let after = ''; ; ) {
    const accounts = await core.stores.main.em.fork().find(
      Account,
      {
        state: 'ACTIVE',
        lastUsedOn: { $lte: unusedSince },
        noticesSent: { $lt: notice },
        ...(after && { id: { $gt: after } }),
      },
      { orderBy: { id: 'asc' }, limit: BATCH },
    );
    for (const account of accounts) await unlessGone(() => notify(deps, account, notice));
    const furthest = accounts.at(-1);
    if (!furthest || accounts.length < BATCH) return;
    after = furthest.id;
  }
}

async function notify({ core, publicUrl, seller }: CodeMailDeps, account: Account, notice: 1 | 2): Promise<void> {
  const { id, subjectId, email, language, lastUsedOn } = account;
  const grants = await grantAccess(core, {
    viewer: { kind: 'system', task: 'notify-unused-accounts' },
    purpose: 'DATA_RIGHTS',
    reason: 'MAIL',
    items: [{ subjectId, category: 'EMAIL', coordinate: 'egress:mail/account.email' }],
  });
  const to = core.vault.open(email, grants.for(subjectId, 'EMAIL'));
  const { unused: texts } = profileTexts(language);
  const goes = new Date(`${accountKeptUntil(account, core.registry.retentionDays.CREDENTIAL)}T12:00:00Z`);
  const day = new Intl.DateTimeFormat(language.toLowerCase(), { dateStyle: 'long', timeZone: 'UTC' }).format(goes);
  await core.stores.main.em.fork().transactional(async (em) => {
    const subject = await lockActiveSubject(core, em, subjectId);
    // One statement decides: whoever signed in since, or was told by another process, gets no mail.
    const unchanged = { id, lastUsedOn, noticesSent: { $lt: notice } };
    if ((await em.nativeUpdate(Account, unchanged, { noticesSent: notice })) === 0) return;
    await queueNotice(core, em, subject, {
      kind: 'UNUSED_ACCOUNT',
      about: 'ACCOUNT',
      to,
      language,
      subject: texts.subject,
      title: texts.title,
      blocks: [
        { kind: 'paragraph', text: texts.text(day) },
        { kind: 'paragraph', text: texts.stay },
        { kind: 'link', label: texts.signIn, href: `${publicUrl}/${language.toLowerCase()}/sign-in` },
      ],
      publicUrl,
      seller,
    });
  });
}
