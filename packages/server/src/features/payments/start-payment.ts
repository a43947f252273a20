import type { Language } from '@barrier/schema/market/market.type.ts';
import { Order } from '../orders/order.entity.ts';
import { lockPayment } from './lock-payment.ts';
import { Payment } from './payment.entity.ts';
import type { PaymentDeps } from './payment-deps.ts';
import { InstitutionError } from './payment-institution.ts';
import { isPayable, movePayment } from './payment-lifecycle.ts';
import { requestSession } from './request-session.ts';
import { storeSession } from './store-session.ts';

/** Where to pay, and the payment as it stands then; or why not: the order stands and can be paid later, or it can no longer be paid. */
export type StartedPayment =
  | { readonly paymentUrl: string; readonly payment: Payment }
  | { readonly error: 'INSTITUTION_UNREACHABLE' | 'NOT_PAYABLE' };

/**
 * Opens the session of a payment at the institution, after the commit of the order, and answers its page. Idempotent: a
 * repetition, also after a kill between any two steps, gives the same session.
 * @param known the payment, if it was made a moment ago and need not be read again.
 */
export async function startPayment(deps: PaymentDeps, paymentId: string, known?: Payment): Promise<StartedPayment> {
  const payment = await markStarted(deps, paymentId, known);
  if (!payment) return { error: 'NOT_PAYABLE' };
  try {
    const session = await requestSession(deps, payment);
    deps.onStep?.('SESSION_CREATED');
    if (session?.state !== 'OPEN') return { error: 'NOT_PAYABLE' };
    const open = payment.sessionReference ? payment : await opened(deps, paymentId, session.sessionId);
    return open ? { paymentUrl: session.url, payment: open } : { error: 'NOT_PAYABLE' };
  } catch (error) {
    if (!(error instanceof InstitutionError)) throw error;
    deps.logger?.warn({ err: error, code: error.code }, 'payment institution failed');
    return { error: 'INSTITUTION_UNREACHABLE' };
  }
}

/** What the addresses begin with to which the institution sends a customer back. */
export function returnBaseOf(publicUrl: string, language: Language): string {
  return `${publicUrl}/${language.toLowerCase()}`;
}

/** Fixes the return addresses, before the institution is asked for the first time. */
async function markStarted(deps: PaymentDeps, paymentId: string, known?: Payment): Promise<Payment | null> {
  const { core, publicUrl } = deps;
  const { main } = core.stores;
  const payable = (payment: Payment) => isPayable(payment.state) && payment.expiresAt > core.clock.now();
  const found = known ?? (await main.em.fork().findOne(Payment, { id: paymentId }));
  if (!found || !payable(found)) return null;
  if (found.returnBase !== null) return found;
  const marked = await main.em.fork().transactional(async (em) => {
    const payment = await lockPayment(em, paymentId);
    if (!payable(payment)) return null;
    const order = await em.findOneOrFail(Order, { id: payment.orderId }, { fields: ['language'] });
    payment.returnBase ??= returnBaseOf(publicUrl, order.language);
    return payment;
  });
  deps.onStep?.('START_MARKED');
  return marked;
}

/** Puts the session on record; answers the payment, or null if it can no longer be paid. */
async function opened(deps: PaymentDeps, paymentId: string, sessionId: string): Promise<Payment | null> {
  const open = await deps.core.stores.main.em.fork().transactional(async (em) => {
    const payment = await lockPayment(em, paymentId);
    if (!isPayable(payment.state)) return null;
    await storeSession(deps.core, em, payment, sessionId);
    if (payment.state === 'CREATED') movePayment(payment, 'open');
    return payment;
  });
  deps.onStep?.('SESSION_STORED');
  return open;
}
