import type { ClaimOrderArgs, RequestOrderClaimArgs } from '@barrier/schema/orders/claim-order.args.ts';
import type { ClaimOrderPayload, RequestOrderClaimPayload } from '@barrier/schema/orders/claim-order.result.ts';
import type { SqlEntityManager } from '@mikro-orm/sql';
import { enqueueJob } from '../../platform/jobs/enqueue-job.ts';
import { sqlIn } from '../../platform/orm/raw-sql.ts';
import { storedMoment } from '../../platform/orm/stored-moment.ts';
import { CODE_MINUTES, hashOfCode, isSameHash, MAX_ATTEMPTS } from '../../platform/tokens/mailed-code.ts';
import { lockSubjectRow } from '../../privacy/subjects/lock-active-subject.ts';
import type { AccountContext } from '../accounts/account-context.ts';
import { linkSubject } from '../accounts/link-subject.ts';
import { PersonSubject } from '../accounts/person-subject.entity.ts';
import { requireSession } from '../accounts/require-session.ts';
import { isOrderNumber } from '../orders/order-number.ts';
import { dataRightsError } from './data-rights-errors.ts';
import { DataRightsJob } from './data-rights-job.ts';

/**
 * Has a code mailed to the address of an order that the customer wants among theirs (D5). A job looks for the order, so that the answer tells
 * nobody whether there is one of that number (D20).
 */
export async function requestOrderClaim(
  context: AccountContext,
  { number }: RequestOrderClaimArgs,
): Promise<RequestOrderClaimPayload> {
  requireSession(context);
  context.throttle();
  const orderNumber = normal(number);
  // Whatever else was typed must not lie in the queue in clear; that it is no number says nothing of anybody's order.
  if (isOrderNumber(orderNumber)) {
    await context.core.stores.main.em.fork().transactional(async (em) => {
      await enqueueJob(em, { kind: DataRightsJob.MAIL_CLAIM_CODE, payload: { orderNumber } });
    });
  }
  return { validMinutes: CODE_MINUTES, userErrors: [] };
}

/** Puts an order among those of the customer, by its number and the code that was mailed to its address (D5). Nothing is sealed anew. */
export async function claimOrder(
  context: AccountContext,
  { number, code, language }: ClaimOrderArgs,
): Promise<ClaimOrderPayload> {
  const { core } = context;
  const session = requireSession(context);
  const { accountId } = session;
  context.throttle();
  const outcome = await core.stores.main.em.fork().transactional(async (em) => {
    const subjectId = await proveByCode(context, em, normal(number), code.replace(/\s/g, ''));
    if (subjectId === null) return 'CODE_WRONG';
    await lockSubjectRow(em, subjectId);
    const before = await em.findOne(PersonSubject, { subjectId });
    if (before) return before.accountId === accountId ? null : 'CLAIMED_ELSEWHERE';
    await linkSubject(em, session, subjectId, core.clock.now());
    return null;
  });
  return outcome === null
    ? { claimed: true, userErrors: [] }
    : {
        claimed: false,
        userErrors: [dataRightsError(outcome, language, outcome === 'CODE_WRONG' ? ['code'] : ['number'])],
      };
}

/**
 * The subject of an order, if the code is the one that was mailed for it. The attempt is counted by the statement that looks the code
 * up: it is the same for a number that there is not (D20).
 */
async function proveByCode(
  { core, fingerprintKey }: AccountContext,
  em: SqlEntityManager,
  number: string,
  code: string,
): Promise<string | null> {
  const { run, dialect } = sqlIn(em);
  const [mailed] = await run<{ order_id: string; code_hash: string }>(
    `update order_code set attempts = attempts + 1
      where order_id = (select id from placed_order where number = ?) and attempts < ? and expires_at > ?
      returning order_id, code_hash`,
    [number, MAX_ATTEMPTS, storedMoment(core.clock.now(), dialect)],
  );
  const entered = hashOfCode(fingerprintKey, 'order.code', mailed?.order_id ?? '', code);
  if (!mailed || !isSameHash(entered, mailed.code_hash)) return null;
  const [order] = await run<{ subject_id: string }>('select subject_id from placed_order where id = ?', [
    mailed.order_id,
  ]);
  await run('update order_code set attempts = ? where order_id = ?', [MAX_ATTEMPTS, mailed.order_id]);
  return order?.subject_id ?? null;
}

/** As it is printed, whatever was typed. */
function normal(number: string): string {
  return number.trim().toUpperCase().slice(0, 16);
}
