import type { JobRun } from '../../platform/jobs/job-run.ts';
import { PrivacyError } from '../../privacy/privacy-error.ts';
import { lockActiveSubject } from '../../privacy/subjects/lock-active-subject.ts';
import { MARKETS } from '../markets/markets.ts';
import { issueOrderLink } from '../orders/issue-order-link.ts';
import { composeConfirmation, composeLapsed, composeRefunded } from './compose-order-mail.ts';
import { findLogCheckpoint } from './find-log-checkpoint.ts';
import type { MailDeps } from './mail-deps.ts';
import type { OrderMailKind } from './mail-kind.ts';
import { type OrderForMail, openOrderForMail } from './open-order-for-mail.ts';
import type { OrderMailContent } from './order-mail-content.ts';
import { queueMail } from './queue-mail.ts';
import { writeMessage } from './write-message.ts';

/**
 * Writes a mail about an order and queues its sending. Mail, tracking link and the end of the job are committed together,
 * so that a mail is written once, whatever dies when.
 */
export async function writeOrderMail(
  { core, publicUrl, seller, transport, logger }: MailDeps,
  run: JobRun,
  orderId: string,
  kind: OrderMailKind,
): Promise<void> {
  const opened = await openOrderForMail(core, orderId, kind);
  if (!opened) return;
  const { order, email } = opened;
  // After the opening, so that the checkpoint covers it.
  const checkpoint = await findLogCheckpoint(core, order.subjectId);
  const { language, number, placedAt, currency, total } = order;
  const locale = MARKETS[order.market].locales[language];
  const common = { language, locale, publicUrl, number, placedAt, currency, total, checkpoint, seller };
  try {
    const queued = await core.stores.main.em.fork().transactional(async (em) => {
      await run.completeIn(em);
      const subject = await lockActiveSubject(core, em, order.subjectId);
      const token = kind === 'CONFIRMATION' ? await issueOrderLink(em, orderId, core.clock.now()) : '';
      const message = writeMessage(email, compose(kind, common, opened, token));
      return queueMail(core, em, subject, { kind, message, spooled: transport === null });
    });
    if (!queued) logger?.warn({ mail: kind, code: 'MAIL_LIMIT' }, 'mail not queued');
  } catch (error) {
    // Erased since it was opened: there is nobody left to write to.
    if (!(error instanceof PrivacyError && ['SUBJECT_NOT_ACTIVE', 'ERASED'].includes(error.code))) throw error;
  }
}

function compose(kind: OrderMailKind, common: OrderMailContent, opened: OrderForMail, trackingToken: string) {
  const { order, content, addressLines } = opened;
  switch (kind) {
    case 'CONFIRMATION': {
      const { subtotal, discount, shipping, includedTax, taxRate } = order;
      const lines = content?.lines ?? [];
      const sums = { subtotal, discount, shipping, includedTax, taxRate };
      return composeConfirmation({ ...common, ...sums, lines, addressLines, trackingToken });
    }
    case 'PAYMENT_LAPSED':
      return composeLapsed(common);
    case 'REFUNDED':
      return composeRefunded(common, order.paidAt == null);
  }
}
