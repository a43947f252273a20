/** The mails about an order. */
export type OrderMailKind = 'CONFIRMATION' | 'PAYMENT_LAPSED' | 'REFUNDED';

/** Every mail there is; `CODE` holds the one-time code of the tracking page (D16). */
export type MailKind = OrderMailKind | 'CODE';

const ORDER_MAILS: readonly string[] = ['CONFIRMATION', 'PAYMENT_LAPSED', 'REFUNDED'] satisfies OrderMailKind[];

/** Whether a job's payload names a mail about an order. */
export function isOrderMailKind(value: string | undefined): value is OrderMailKind {
  return value !== undefined && ORDER_MAILS.includes(value);
}
