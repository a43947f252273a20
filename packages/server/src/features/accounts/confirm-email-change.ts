import type { ConfirmEmailChangeInput } from '@barrier/schema/accounts/profile.input.ts';
import type { ProfilePayload } from '@barrier/schema/accounts/profile.result.ts';
import type { CorrectedOrder } from '@barrier/schema/orders/corrected-order.type.ts';
import { LockMode } from '@mikro-orm/core';
import type { SqlEntityManager } from '@mikro-orm/sql';
import { lockName } from '../../platform/orm/lock-name.ts';
import { sqlIn } from '../../platform/orm/raw-sql.ts';
import { storedMoment } from '../../platform/orm/stored-moment.ts';
import { hashOfCode, isSameHash, MAX_ATTEMPTS } from '../../platform/tokens/mailed-code.ts';
import type { ActiveSubject } from '../../privacy/subjects/active-subject.ts';
import { lockActiveSubject } from '../../privacy/subjects/lock-active-subject.ts';
import { cleanTraces } from '../../privacy/traces/clean-traces.ts';
import { dropQueuedMails } from '../mail/drop-queued-mails.ts';
import { queueNotice } from '../mail/queue-notice.ts';
import { correctOpenOrders } from '../orders/correct-open-orders.ts';
import { findOpenOrders, type OpenOrder } from '../orders/find-open-orders.ts';
import type { PaymentDeps } from '../payments/payment-deps.ts';
import type { Seller } from '../seller/seller.ts';
import { Account } from './account.entity.ts';
import type { AccountContext, CurrentSession } from './account-context.ts';
import { accountError } from './account-errors.ts';
import { AccountSession } from './account-session.entity.ts';
import { EmailChange } from './email-change.entity.ts';
import { lockAccountRow } from './lock-as-proven.ts';
import { hasAccount } from './mail-email-change-code.ts';
import { openOwnValues } from './open-own-values.ts';
import { profileTexts } from './profile-texts.ts';
import { requireSession } from './require-session.ts';
import { SecondFactorChallenge } from './second-factor/second-factor-challenge.entity.ts';
import { SignInAttempt } from './sign-in-attempt.entity.ts';
import { SignInChallenge } from './sign-in-challenge.entity.ts';
import { viewCustomer } from './view-customer.ts';

/** What changing the address needs of a request's context. */
export interface EmailChangeContext extends AccountContext {
  readonly payments: Pick<PaymentDeps, 'publicUrl'>;
  /** Who writes the mails. */
  readonly seller: Seller;
}

/** The change as it was opened for the customer who has the code. */
interface ProvenChange {
  readonly id: string;
  readonly before: string;
  readonly after: string;
  readonly open: readonly OpenOrder[];
}

/**
 * Gives an account the address that a code has come from. The old one is overwritten, its blind indexes too, here and on the orders that
 * bear it and are not dispatched yet (P6.2); it is told so by a last mail. All other sessions end, and codes that were mailed to it, or
 * entered already, open nothing any more: whoever could read that mailbox could sign in. News that wait to be sent to it are not.
 */
export async function confirmEmailChange(
  context: EmailChangeContext,
  input: ConfirmEmailChangeInput,
): Promise<ProfilePayload> {
  const { core } = context;
  const session = requireSession(context);
  context.throttle();
  const changeId = await acceptCode(context, session, input.code);
  const change = changeId === null ? null : await openChange(context, session, changeId, input.correctOrders);
  const outcome = change
    ? await core.stores.main.em.fork().transactional((em) => apply(context, em, session, change))
    : 'CODE_WRONG';
  return typeof outcome === 'string'
    ? { customer: null, orders: [], userErrors: [accountError(outcome, input.language, ['code'])] }
    : { customer: await viewCustomer(context), orders: outcome, userErrors: [] };
}

/** The change that a code confirms; the attempt is counted by the statement that looks it up, so that many at once are as many. */
async function acceptCode(
  { core, fingerprintKey }: EmailChangeContext,
  { accountId }: CurrentSession,
  code: string,
): Promise<string | null> {
  const { run, dialect } = sqlIn(core.stores.main.em.fork());
  const [change] = await run<{ id: string; code_hash: string | null }>(
    `update email_change set attempts = attempts + 1 where account_id = ? and attempts < ? and expires_at > ?
      returning id, code_hash`,
    [accountId, MAX_ATTEMPTS, storedMoment(core.clock.now(), dialect)],
  );
  const entered = hashOfCode(fingerprintKey, 'email.code', change?.id ?? '', code.replace(/\s/g, ''));
  return change?.code_hash && isSameHash(entered, change.code_hash) ? change.id : null;
}

async function openChange(
  context: EmailChangeContext,
  { accountId, subjectId }: CurrentSession,
  id: string,
  correctsOrders: boolean,
): Promise<ProvenChange | null> {
  const em = context.core.stores.main.em.fork();
  const account = await em.findOne(Account, { id: accountId });
  const change = await em.findOne(EmailChange, { id });
  if (!account || !change) return null;
  const value = await openOwnValues(context, subjectId, {
    before: { sealed: account.email, category: 'EMAIL', coordinate: 'Customer.email' },
    after: { sealed: change.newEmail, category: 'EMAIL', coordinate: 'RequestEmailChangeInput.email' },
  });
  return { id, ...value, open: correctsOrders ? await findOpenOrders(context, { kind: 'EMAIL', value }) : [] };
}

async function apply(
  context: EmailChangeContext,
  em: SqlEntityManager,
  { id: sessionId, accountId, subjectId }: CurrentSession,
  { id, before, after, open }: ProvenChange,
): Promise<'CODE_WRONG' | 'EMAIL_TAKEN' | CorrectedOrder[]> {
  const { core } = context;
  const index = core.blindIndex.ofEmail('person.email', after);
  // Two that want the same address at once, or open an account with it, come one after the other.
  await lockName(sqlIn(em), `account/${index}`);
  const subject = await lockActiveSubject(core, em, subjectId);
  const change = await em.findOne(EmailChange, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!change) return 'CODE_WRONG';
  em.remove(change);
  if (await hasAccount(core, em, after, accountId)) return 'EMAIL_TAKEN';
  await lockAccountRow(em, accountId);
  const account = await em.findOneOrFail(Account, { id: accountId });
  account.email = core.vault.seal(subject, 'account.email', accountId, after);
  account.emailIndex = index;
  account.confirmedIndex = index;
  const known = core.blindIndex.candidates('person.email', before);
  await em.nativeDelete(SignInAttempt, { addressIndex: { $in: known } });
  await em.nativeDelete(SignInChallenge, { accountId });
  await em.nativeDelete(SecondFactorChallenge, { accountId, sessionId: null });
  await em.nativeDelete(AccountSession, { account: accountId, id: { $ne: sessionId } });
  await dropQueuedMails(em, subjectId, 'PRODUCT_NEWS');
  await tellOldAddress(context, em, subject, { to: before, language: account.language });
  const orders = await correctOpenOrders(core, em, open);
  await em.flush();
  await cleanTraces(core, em);
  return orders;
}

/** A notice that the limit of mails keeps back changes nothing: there were as many before it. */
async function tellOldAddress(
  { core, payments, seller }: EmailChangeContext,
  em: SqlEntityManager,
  subject: ActiveSubject,
  { to, language }: { readonly to: string; readonly language: Account['language'] },
): Promise<void> {
  const { changed: texts } = profileTexts(language);
  await queueNotice(core, em, subject, {
    kind: 'EMAIL_CHANGED',
    to,
    language,
    subject: texts.subject,
    title: texts.title,
    blocks: [
      { kind: 'paragraph', text: texts.text },
      { kind: 'paragraph', text: texts.notYou(seller.email.service) },
    ],
    publicUrl: payments.publicUrl,
    seller,
  });
}
