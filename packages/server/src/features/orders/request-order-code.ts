import type { OrderTokenArgs } from '@barrier/schema/orders/order.args.ts';
import type { RequestOrderCodePayload } from '@barrier/schema/orders/order-access.result.ts';
import { dayOf } from '../../platform/clock/clock.ts';
import { lockName } from '../../platform/orm/lock-name.ts';
import { sqlIn } from '../../platform/orm/raw-sql.ts';
import { CODE_MINUTES, hashOfCode, newCode } from '../../platform/tokens/mailed-code.ts';
import { grantAccess } from '../../privacy/access/grant-access.ts';
import type { PrivacyCore } from '../../privacy/core.ts';
import { PrivacyError } from '../../privacy/privacy-error.ts';
import { lockActiveSubject } from '../../privacy/subjects/lock-active-subject.ts';
import { queueCodeMail } from '../mail/queue-code-mail.ts';
import { findOrderByToken } from './find-order-by-token.ts';
import type { Order } from './order.entity.ts';
import { OrderCode } from './order-code.entity.ts';
import type { OrderContext } from './order-context.ts';
import { orderError } from './order-errors.ts';

/** Codes that are mailed for an order in a day. */
const MAX_CODES_A_DAY = 5;

/** What mailing a code needs. */
export type OrderCodeDeps = Pick<OrderContext, 'core' | 'payments' | 'fingerprintKey' | 'seller'>;

/** Mails a code to the order's address, for the bearer of its tracking link to prove who they are (D16). */
export async function requestOrderCode(
  deps: OrderCodeDeps,
  { token, language }: OrderTokenArgs,
): Promise<RequestOrderCodePayload> {
  const { core } = deps;
  const order = await findOrderByToken(core.stores.main.em.fork(), token, core.clock.now());
  return (await mailOrderCode(deps, order))
    ? { validMinutes: CODE_MINUTES, userErrors: [] }
    : { validMinutes: null, userErrors: [orderError('TOO_MANY_CODES', language)] };
}

/**
 * Makes a code for an order and queues its mail; false if order or mailbox have had enough of them for today.
 * @throws {PrivacyError} ERASED if there is no address to write to any more.
 */
export async function mailOrderCode(
  { core, payments, fingerprintKey, seller }: OrderCodeDeps,
  order: Order,
): Promise<boolean> {
  const now = core.clock.now();
  const to = await openEmail(core, order);
  const code = newCode();
  return core.stores.main.em.fork().transactional(async (em) => {
    // The subject's lock is shared, and the first code has no row yet: many at once would be counted as one, or meet at its insert.
    await lockName(sqlIn(em), `order.code/${order.id}`);
    const subject = await lockActiveSubject(core, em, order.subjectId);
    const before = await em.findOne(OrderCode, { orderId: order.id });
    const today = dayOf(now);
    const count = before?.mailedOn === today ? before.mailed : 0;
    if (count >= MAX_CODES_A_DAY) return false;
    const { number: orderNumber } = order;
    const mail = {
      to,
      language: order.language,
      orderNumber,
      code,
      minutes: CODE_MINUTES,
      publicUrl: payments.publicUrl,
      seller,
    };
    // The code that they have stays good if the address gets no other one.
    if (!(await queueCodeMail(core, em, subject, mail))) return false;
    const fresh = {
      codeHash: hashOfCode(fingerprintKey, 'order.code', order.id, code),
      expiresAt: new Date(now.getTime() + CODE_MINUTES * 60_000),
      attempts: 0,
      mailed: count + 1,
      mailedOn: today,
    };
    if (before) em.assign(before, fresh);
    else em.create(OrderCode, { orderId: order.id, ...fresh });
    return true;
  });
}

/** @throws {PrivacyError} ERASED if there is no address to write to any more. */
async function openEmail(core: PrivacyCore, { email, subjectId }: Order): Promise<string> {
  const grants = await grantAccess(core, {
    viewer: { kind: 'system', task: 'mail-order-code' },
    // The code opens to somebody what is theirs, also under a restriction.
    purpose: 'DATA_RIGHTS',
    reason: 'MAIL',
    items: [{ subjectId, category: 'EMAIL', coordinate: 'egress:mail/order.email' }],
  });
  if (!email) throw new PrivacyError('ERASED', 'The address of this order is gone.');
  return core.vault.open(email, grants.for(subjectId, 'EMAIL'));
}
