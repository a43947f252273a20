/** The kinds of jobs of accounts. */
export const AccountJob = {
  /** Makes and mails the code of a challenge. */
  MAIL_CODE: 'mail-sign-in-code',
  /** Deletes what has expired. */
  SWEEP: 'sweep-accounts',
} as const;
