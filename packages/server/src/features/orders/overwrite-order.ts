import type { SqlEntityManager } from '@mikro-orm/sql';
import { mailboxOf } from '../../privacy/blind-index/mailbox-of.ts';
import type { PrivacyCore } from '../../privacy/core.ts';
import type { ActiveSubject } from '../../privacy/subjects/active-subject.ts';
import type { Address } from '../addresses/address-field.ts';
import { rewriteWaitingMails } from '../mail/rewrite-waiting-mails.ts';
import type { Order } from './order.entity.ts';

/** What of an order is to be replaced, checked; null stands for what stays. */
export interface Correction {
  readonly email: string | null;
  readonly recipientName: string | null;
  readonly address: Address | null;
  readonly phone: string | null;
}

/** Until it is dispatched, of which nothing but the delivery is known yet. */
export function mayBeCorrected({ state, deliveredAt }: Pick<Order, 'state' | 'deliveredAt'>): boolean {
  return (deliveredAt ?? null) === null && (state === 'AWAITING_PAYMENT' || state === 'PAID');
}

/**
 * Puts what is right in the place of what was wrong, in a transaction that has locked the subject and the order's row. The old value
 * stands in no history nor in a mail that waits, and the blind indexes follow the address (D2).
 */
export async function overwriteOrder(
  { vault, blindIndex }: Pick<PrivacyCore, 'vault' | 'blindIndex'>,
  em: SqlEntityManager,
  subject: ActiveSubject,
  order: Order,
  { email, recipientName, address, phone }: Correction,
): Promise<void> {
  if (email !== null) {
    order.email = vault.seal(subject, 'order.email', order.id, email);
    order.emailIndex = blindIndex.ofEmail('order.email', email);
    order.limitIndex = blindIndex.ofEmail('order.limit', mailboxOf(email));
  }
  if (recipientName !== null) order.recipientName = vault.seal(subject, 'order.recipientName', order.id, recipientName);
  if (address !== null) order.address = vault.seal(subject, 'order.deliveryAddress', order.id, address);
  if (phone !== null) order.phone = vault.seal(subject, 'order.phone', order.id, phone);
  await em.flush();
  await rewriteWaitingMails(em, subject.id, order.id);
}
