/** The kinds of jobs of data rights. */
export const DataRightsJob = {
  /** Mails the code by which somebody claims an order. */
  MAIL_CLAIM_CODE: 'mail-claim-code',
} as const;
