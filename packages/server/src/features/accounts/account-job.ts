/** The kinds of jobs of accounts. */
export const AccountJob = {
  /** Makes and mails the code of a challenge. */
  MAIL_CODE: 'mail-sign-in-code',
  /** Tells an owner that the guards of their account have changed. */
  TELL_OWNER: 'mail-security-notice',
  /** Deletes what has expired. */
  SWEEP: 'sweep-accounts',
} as const;
