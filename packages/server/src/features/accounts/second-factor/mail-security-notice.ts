import type { JobRun } from '../../../platform/jobs/job-run.ts';
import { grantAccess } from '../../../privacy/access/grant-access.ts';
import { PrivacyError } from '../../../privacy/privacy-error.ts';
import { lockActiveSubject } from '../../../privacy/subjects/lock-active-subject.ts';
import { queueNotice } from '../../mail/queue-notice.ts';
import { Account } from '../account.entity.ts';
import type { CodeMailDeps } from '../mail-sign-in-code.ts';
import { securityTexts } from './security-texts.ts';
import type { SecurityChange } from './tell-owner.ts';

/** Queues the mail that tells the owner of an account what changed; does nothing if they are erased meanwhile. */
export async function mailSecurityNotice(deps: CodeMailDeps, { payload }: Pick<JobRun, 'payload'>): Promise<void> {
  const account = await deps.core.stores.main.em.fork().findOne(Account, { id: payload.accountId ?? '' });
  if (!account) return;
  await write(deps, account, payload.change as SecurityChange).catch((error: unknown) => {
    const isGone = error instanceof PrivacyError && (error.code === 'ERASED' || error.code === 'SUBJECT_NOT_ACTIVE');
    if (!isGone) throw error;
  });
}

async function write({ core, publicUrl, seller }: CodeMailDeps, account: Account, change: SecurityChange) {
  const { subjectId, language } = account;
  const grants = await grantAccess(core, {
    viewer: { kind: 'system', task: 'mail-security-notice' },
    purpose: 'SECURITY',
    reason: 'SIGN_IN',
    items: [{ subjectId, category: 'EMAIL', coordinate: 'egress:mail/account.email' }],
  });
  const to = core.vault.open(account.email, grants.for(subjectId, 'EMAIL'));
  const texts = securityTexts(language);
  await core.stores.main.em.fork().transactional(async (em) => {
    const subject = await lockActiveSubject(core, em, subjectId);
    // Of somebody who has had fifty such mails today nobody can say that they were not told.
    await queueNotice(core, em, subject, {
      kind: 'SECURITY_NOTICE',
      to,
      language,
      subject: texts.subject,
      title: texts.changes[change],
      blocks: [
        { kind: 'paragraph', text: texts.warning },
        { kind: 'link', label: texts.link, href: `${publicUrl}/${language.toLowerCase()}/account/security` },
      ],
      publicUrl,
      seller,
    });
  });
}
