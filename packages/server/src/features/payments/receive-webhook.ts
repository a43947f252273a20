import type { SqlEntityManager } from '@mikro-orm/sql';
import type { ReadRow } from '../../platform/orm/find-row.ts';
import { sqlIn } from '../../platform/orm/raw-sql.ts';
import { storedMoment } from '../../platform/orm/stored-moment.ts';
import { readSealedRow } from '../../privacy/vault/read-sealed-row.ts';
import { Payment } from './payment.entity.ts';
import type { PaymentDeps } from './payment-deps.ts';
import type { InstitutionEvent, WebhookRefusal } from './payment-institution.ts';
import { recordRefund } from './record-refund.ts';
import { releasePayment } from './release-payment.ts';
import { settlePayment } from './settle-payment.ts';

/**
 * What to answer a webhook: `TAKEN` (2xx) once its effect is durable, also if it has none or was taken before; a refusal
 * (400) without any effect. An error that is thrown (5xx) makes the institution send it again.
 */
export type WebhookAnswer = 'TAKEN' | WebhookRefusal;

/**
 * Takes a webhook of the payment institution. Nothing in it is believed before its signature holds over the raw bytes; each
 * event is taken once, in whatever order they come; one about a payment that the shop does not know is answered like any other.
 */
export async function receiveWebhook(
  deps: PaymentDeps,
  rawBody: Buffer,
  signature: string | undefined,
): Promise<WebhookAnswer> {
  const { core, institution } = deps;
  const { main } = core.stores;
  const event = institution.verifyWebhook(rawBody, signature, core.clock.now());
  if (typeof event === 'string') return event;
  const em = main.em.fork();
  const [known] = await sqlIn(em).run('select id from payment_event where id = ?', [event.id]);
  if (known) return 'TAKEN';
  const payment = await readSealedRow(main, Payment, { by: 'reference', value: event.reference });
  try {
    await take(deps, event, payment).catch(async (error: unknown) => {
      // Erased since it was found: from now on it is one that the shop does not know.
      const erased = payment && (await main.em.fork().count(Payment, { id: payment.id })) === 0;
      if (!erased) throw error;
      await take(deps, event, null);
    });
  } catch (error) {
    if (!(error instanceof EventTakenError)) throw error;
  }
  return 'TAKEN';
}

async function take(deps: PaymentDeps, event: InstitutionEvent, payment: ReadRow<Payment> | null): Promise<void> {
  const { core } = deps;
  const note = (em: SqlEntityManager) => noteEvent(em, event.id, core.clock.now());
  const doubt = doubtAbout(event, payment);
  if (!payment || doubt || event.type === 'OTHER') {
    await core.stores.main.em.fork().transactional(note);
    // Only once it is noted, and so once for an event however often it comes.
    if (doubt) deps.logger?.error({ eventId: event.id, paymentId: payment?.id, code: doubt }, DOUBTS[doubt]);
    return;
  }
  switch (event.type) {
    case 'SUCCEEDED':
      await settlePayment(deps, { payment, sessionId: event.sessionId }, note);
      return;
    case 'CANCELLED':
    case 'EXPIRED':
      await releasePayment(deps, payment.id, event.type, note);
      return;
    case 'PAID_BACK':
    case 'PAY_BACK_FAILED':
      await recordRefund(deps, payment.id, event.type === 'PAID_BACK' ? 'SUCCEEDED' : 'FAILED', note);
      return;
  }
}

/** Another process took the same event meanwhile: its transaction stands, and this one is to be rolled back. */
class EventTakenError extends Error {}

/** @throws {EventTakenError} */
async function noteEvent(em: SqlEntityManager, id: string, now: Date): Promise<void> {
  const { run, dialect } = sqlIn(em);
  const noted = await run(
    'insert into payment_event (id, received_at) values (?, ?) on conflict (id) do nothing returning id',
    [id, storedMoment(now, dialect)],
  );
  if (noted.length === 0) throw new EventTakenError();
}

const DOUBTS = {
  PAYMENT_UNKNOWN: 'webhook about money for a payment not on record',
  AMOUNT_MISMATCH: 'webhook about another sum',
} as const;

/** Why an event has no effect and the operator has to look into it, if so. */
function doubtAbout(
  { type, amount, currency }: InstitutionEvent,
  payment: ReadRow<Payment> | null,
): keyof typeof DOUBTS | null {
  // The institution said before that money could not come any more: the payment is not the shop's, or was ended and erased.
  if (!payment) return type === 'SUCCEEDED' ? 'PAYMENT_UNKNOWN' : null;
  // A success over another sum is not the success of this payment.
  return payment.amount === amount && payment.currency === currency ? null : 'AMOUNT_MISMATCH';
}
