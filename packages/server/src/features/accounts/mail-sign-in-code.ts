import type { JobRun } from '../../platform/jobs/job-run.ts';
import type { HashKey } from '../../platform/tokens/hash-key.ts';
import { hashOfCode, newCode } from '../../platform/tokens/mailed-code.ts';
import { grantAccess } from '../../privacy/access/grant-access.ts';
import type { PrivacyCore } from '../../privacy/core.ts';
import { PrivacyError } from '../../privacy/privacy-error.ts';
import { lockActiveSubject } from '../../privacy/subjects/lock-active-subject.ts';
import { queueNotice } from '../mail/queue-notice.ts';
import type { Seller } from '../seller/seller.ts';
import { Account } from './account.entity.ts';
import { accountTexts } from './account-texts.ts';
import { SignInChallenge } from './sign-in-challenge.entity.ts';
import { CHALLENGE_MINUTES } from './start-challenge.ts';

/** What mailing a code needs. */
export interface CodeMailDeps {
  readonly core: PrivacyCore;
  readonly fingerprintKey: HashKey;
  /** Where the shop is reached from outside, without a trailing slash. */
  readonly publicUrl: string;
  readonly seller: Seller;
}

/** Makes the code of a challenge and queues its mail; does nothing where there is nobody to mail it to. */
export async function mailSignInCode(deps: CodeMailDeps, { payload }: Pick<JobRun, 'payload'>): Promise<void> {
  const { core, fingerprintKey, publicUrl, seller } = deps;
  const em = core.stores.main.em.fork();
  // A job that was late has nothing to mail: nobody can enter the code any more.
  const challenge = await em.findOne(SignInChallenge, {
    id: payload.challengeId ?? '',
    codeHash: null,
    expiresAt: { $gt: core.clock.now() },
  });
  const account = challenge?.accountId ? await em.findOne(Account, { id: challenge.accountId }) : null;
  if (!challenge || !account) return;
  const to = await openEmail(core, account).catch((error: unknown) => {
    if (error instanceof PrivacyError && error.code === 'ERASED') return null;
    throw error;
  });
  if (to === null) return;
  const code = newCode();
  const texts = accountTexts(account.language);
  const isKnown =
    account.state === 'UNCONFIRMED' && (await em.count(Account, { confirmedIndex: account.emailIndex })) > 0;
  const sentence = isKnown ? texts.known : account.state === 'UNCONFIRMED' ? texts.confirm : texts.signIn;
  await core.stores.main.em.fork().transactional(async (inner) => {
    const subject = await lockActiveSubject(core, inner, account.subjectId);
    const queued = await queueNotice(core, inner, subject, {
      kind: 'SIGN_IN_CODE',
      to,
      language: account.language,
      subject: texts.subject,
      title: texts.title,
      blocks: [
        { kind: 'paragraph', text: sentence(CHALLENGE_MINUTES) },
        { kind: 'code', code },
        { kind: 'small', text: texts.warning },
      ],
      publicUrl,
      seller,
    });
    // Without the mail there is no code: the address has had enough of them for today.
    if (!queued) return;
    const codeHash = hashOfCode(fingerprintKey, 'account.code', challenge.id, code);
    await inner.nativeUpdate(SignInChallenge, { id: challenge.id, codeHash: null }, { codeHash });
  });
}

async function openEmail(core: PrivacyCore, { email, subjectId }: Account): Promise<string> {
  const grants = await grantAccess(core, {
    viewer: { kind: 'system', task: 'mail-sign-in-code' },
    purpose: 'SECURITY',
    reason: 'SIGN_IN',
    items: [{ subjectId, category: 'EMAIL', coordinate: 'egress:mail/account.email' }],
  });
  return core.vault.open(email, grants.for(subjectId, 'EMAIL'));
}
