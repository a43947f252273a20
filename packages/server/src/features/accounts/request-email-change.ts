import type { RequestEmailChangeInput } from '@barrier/schema/accounts/profile.input.ts';
import type { RequestEmailChangePayload } from '@barrier/schema/accounts/profile.result.ts';
import { enqueueJob } from '../../platform/jobs/enqueue-job.ts';
import { lockName } from '../../platform/orm/lock-name.ts';
import { sqlIn } from '../../platform/orm/raw-sql.ts';
import { CODE_MINUTES } from '../../platform/tokens/mailed-code.ts';
import { newId } from '../../platform/tokens/new-id.ts';
import { lockActiveSubject } from '../../privacy/subjects/lock-active-subject.ts';
import { checkEmail } from '../checkout/check-email.ts';
import { Account } from './account.entity.ts';
import type { AccountContext } from './account-context.ts';
import { accountError } from './account-errors.ts';
import { EmailChange } from './email-change.entity.ts';
import { ProfileJob } from './profile-job.ts';
import { refuseAccountText } from './refuse-account-text.ts';
import { isFresh, requireSession } from './require-session.ts';

/**
 * Has a code mailed to the address that the customer wants to have, after a fresh proof: whoever can change it can have the account. Nothing
 * is looked up here; a job writes the mail, and writes another one where the address has an account already (D20).
 */
export async function requestEmailChange(
  context: AccountContext,
  { email: entered, language }: RequestEmailChangeInput,
): Promise<RequestEmailChangePayload> {
  const { core } = context;
  const { accountId, subjectId } = requireSession(context);
  context.throttle();
  if (!isFresh(context)) return refused(accountError('NOT_FRESH', language));
  const wrong = refuseAccountText(entered, ['email'], language, 300);
  if (wrong) return refused(wrong);
  const email = checkEmail(entered);
  if (email === null) return refused(accountError('INVALID_EMAIL', language, ['email']));
  await core.stores.main.em.fork().transactional(async (em) => {
    await lockName(sqlIn(em), `email-change/${accountId}`);
    const subject = await lockActiveSubject(core, em, subjectId);
    await em.nativeDelete(EmailChange, { account: accountId });
    const id = newId();
    em.create(EmailChange, {
      id,
      account: em.getReference(Account, accountId),
      subjectId,
      newEmail: core.vault.seal(subject, 'account.newEmail', id, email),
      codeHash: null,
      attempts: 0,
      expiresAt: new Date(core.clock.now().getTime() + CODE_MINUTES * 60_000),
    });
    await em.flush();
    await enqueueJob(em, { kind: ProfileJob.MAIL_EMAIL_CODE, payload: { changeId: id } });
  });
  return { validMinutes: CODE_MINUTES, userErrors: [] };
}

function refused(...userErrors: RequestEmailChangePayload['userErrors']): RequestEmailChangePayload {
  return { validMinutes: null, userErrors };
}
