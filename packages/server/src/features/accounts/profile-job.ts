/** The kinds of jobs about what an account holds. */
export const ProfileJob = {
  /** Makes and mails the code that confirms a new address. */
  MAIL_EMAIL_CODE: 'mail-email-change-code',
  /** Tells the holders of accounts that nobody uses when those go. */
  NOTIFY_UNUSED: 'notify-unused-accounts',
} as const;
