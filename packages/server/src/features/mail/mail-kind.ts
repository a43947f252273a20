import type { Purpose } from '@barrier/schema/privacy/purpose.ts';

/** The mails about an order. */
export type OrderMailKind = 'CONFIRMATION' | 'PAYMENT_LAPSED' | 'REFUNDED';

/**
 * Mails of which an address gets so many a day at most: `CODE` holds the one-time code of the tracking page (D16), `SIGN_IN_CODE` that of an
 * account, `EMAIL_CHANGE` the one that confirms its new address; `EMAIL_CHANGED` tells the old address, `UNUSED_ACCOUNT` the holder of an account that is about to go,
 * `SECURITY_NOTICE` what changed in what guards it.
 */
export type CountedMailKind =
  | OrderMailKind
  | 'CODE'
  | 'SIGN_IN_CODE'
  | 'EMAIL_CHANGE'
  | 'EMAIL_CHANGED'
  | 'UNUSED_ACCOUNT'
  | 'SECURITY_NOTICE'
  | 'DOWNLOAD_READY'
  | 'ERASURE_NOTICE'
  | 'ERASURE_RECEIPT';

/** Every mail there is; of the news that somebody agreed to be sent, they get each issue once. */
export type MailKind = CountedMailKind | 'NEWS';

/** What each kind of mail is sent for. */
export const MAIL_PURPOSE: Readonly<Record<MailKind, Purpose>> = {
  CONFIRMATION: 'ORDER_PROCESSING',
  PAYMENT_LAPSED: 'ORDER_PROCESSING',
  REFUNDED: 'ORDER_PROCESSING',
  CODE: 'DATA_RIGHTS',
  SIGN_IN_CODE: 'SECURITY',
  ERASURE_NOTICE: 'DATA_RIGHTS',
  ERASURE_RECEIPT: 'DATA_RIGHTS',
  NEWS: 'PRODUCT_NEWS',
  EMAIL_CHANGE: 'SECURITY',
  EMAIL_CHANGED: 'SECURITY',
  UNUSED_ACCOUNT: 'DATA_RIGHTS',
  SECURITY_NOTICE: 'SECURITY',
  DOWNLOAD_READY: 'DATA_RIGHTS',
};

const ORDER_MAILS: readonly string[] = ['CONFIRMATION', 'PAYMENT_LAPSED', 'REFUNDED'] satisfies OrderMailKind[];

/** Whether a job's payload names a mail about an order. */
export function isOrderMailKind(value: string | undefined): value is OrderMailKind {
  return value !== undefined && ORDER_MAILS.includes(value);
}
