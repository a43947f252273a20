import { registerEnumType } from 'type-graphql';

/** The states of an order. */
export const OrderState = {
  AWAITING_PAYMENT: 'AWAITING_PAYMENT',
  PAID: 'PAID',
  LAPSED: 'LAPSED',
  CANCELLED: 'CANCELLED',
  REFUNDED: 'REFUNDED',
} as const;
export type OrderState = (typeof OrderState)[keyof typeof OrderState];

registerEnumType(OrderState, {
  name: 'OrderState',
  description: 'Where an order stands.',
  valuesConfig: {
    AWAITING_PAYMENT: { description: 'Placed; the goods are set aside until it is paid or lapses.' },
    PAID: { description: 'Paid; it will be packed.' },
    LAPSED: { description: 'Not paid in time; nothing is owed.' },
    CANCELLED: { description: 'Cancelled before payment.' },
    REFUNDED: { description: 'Paid back.' },
  },
});
