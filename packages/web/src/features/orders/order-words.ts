import type { OrderState, PersonalAccess } from '../../generated/graphql.ts';
import type { MessageKey } from '../../generated-messages/message-key.ts';

/** Where an order stands, in a heading and in a sentence. */
export const ORDER_STATES: Readonly<Record<OrderState, { title: MessageKey; body: MessageKey }>> = {
  AWAITING_PAYMENT: { title: 'order.awaiting', body: 'order.awaitingBody' },
  PAID: { title: 'order.paid', body: 'order.paidBody' },
  LAPSED: { title: 'order.lapsed', body: 'order.lapsedBody' },
  CANCELLED: { title: 'order.cancelled', body: 'order.cancelledBody' },
  REFUNDED: { title: 'order.refunded', body: 'order.refundedBody' },
};

/** The same to whoever comes back by the link of the mail: thanks were said, and the confirmation has arrived. */
export const TRACKED_STATES: typeof ORDER_STATES = {
  ...ORDER_STATES,
  PAID: { title: 'track.paid', body: 'track.paidBody' },
};

/** What stands in the place of a personal value that is not shown. */
export const NOT_SHOWN: Readonly<Record<Exclude<PersonalAccess, 'REVEALED'>, MessageKey>> = {
  MASKED: 'personal.masked',
  DENIED: 'personal.denied',
  ERASED: 'personal.erased',
};
