import type { SqlEntityManager } from '@mikro-orm/sql';
import type { JobRun } from '../../platform/jobs/job-run.ts';
import { CODE_MINUTES, hashOfCode, newCode } from '../../platform/tokens/mailed-code.ts';
import { grantAccess } from '../../privacy/access/grant-access.ts';
import type { PrivacyCore } from '../../privacy/core.ts';
import { lockActiveSubject } from '../../privacy/subjects/lock-active-subject.ts';
import { queueNotice } from '../mail/queue-notice.ts';
import { Account } from './account.entity.ts';
import { EmailChange } from './email-change.entity.ts';
import type { CodeMailDeps } from './mail-sign-in-code.ts';
import { type ProfileTexts, profileTexts } from './profile-texts.ts';
import { unlessGone } from './unless-gone.ts';

/**
 * Mails the code to the new address of an account. Who has an account of their own there is told that somebody wanted it, and gets no code:
 * so the change cannot be confirmed, and the one who asked for it has learnt nothing (D20).
 */
export async function mailEmailChangeCode(deps: CodeMailDeps, { payload }: Pick<JobRun, 'payload'>): Promise<void> {
  const { core } = deps;
  const change = await core.stores.main.em.fork().findOne(
    EmailChange,
    // A job that was late has nothing to mail: nobody can enter the code any more.
    { id: payload.changeId ?? '', codeHash: null, expiresAt: { $gt: core.clock.now() } },
    { populate: ['account'] },
  );
  if (change) await unlessGone(() => mailTo(deps, change));
}

async function mailTo(deps: CodeMailDeps, { id, subjectId, newEmail, account }: EmailChange): Promise<void> {
  const { core, fingerprintKey, publicUrl, seller } = deps;
  const grants = await grantAccess(core, {
    viewer: { kind: 'system', task: 'mail-email-change-code' },
    purpose: 'SECURITY',
    reason: 'SIGN_IN',
    items: [{ subjectId, category: 'EMAIL', coordinate: 'egress:mail/account.newEmail' }],
  });
  const to = core.vault.open(newEmail, grants.for(subjectId, 'EMAIL'));
  const texts = profileTexts(account.language);
  const code = newCode();
  await core.stores.main.em.fork().transactional(async (em) => {
    const subject = await lockActiveSubject(core, em, subjectId);
    const isTaken = await hasAccount(core, em, to, account.id);
    const queued = await queueNotice(core, em, subject, {
      kind: 'EMAIL_CHANGE',
      to,
      language: account.language,
      ...(isTaken ? takenMail(texts) : codeMail(texts, code)),
      publicUrl,
      seller,
    });
    if (isTaken || !queued) return;
    const codeHash = hashOfCode(fingerprintKey, 'email.code', id, code);
    await em.nativeUpdate(EmailChange, { id, codeHash: null }, { codeHash });
  });
}

/** Whether an address is that of another account. */
export async function hasAccount(
  { blindIndex }: Pick<PrivacyCore, 'blindIndex'>,
  em: SqlEntityManager,
  email: string,
  otherThan: string,
): Promise<boolean> {
  const confirmedIndex = { $in: blindIndex.candidates('person.email', email) };
  return (await em.count(Account, { confirmedIndex, id: { $ne: otherThan } })) > 0;
}

function codeMail({ code: texts, warning }: ProfileTexts, code: string) {
  return {
    subject: texts.subject,
    title: texts.title,
    blocks: [
      { kind: 'paragraph', text: texts.text(CODE_MINUTES) },
      { kind: 'code', code },
      { kind: 'small', text: warning },
    ] as const,
  };
}

function takenMail({ taken: texts }: ProfileTexts) {
  return { subject: texts.subject, title: texts.title, blocks: [{ kind: 'paragraph', text: texts.text }] as const };
}
