/** A mail as it goes out. */
export interface OutgoingMail {
  /** Unique, and the same at every attempt, so that a mail sent twice is one to its reader. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** BCP 47 tag of the language it is written in. */
  readonly language: string;
  /** Where one POST ends mails like this one (RFC 8058). */
  readonly unsubscribeUrl?: string;
}

/** Hands mails to a relay. */
export interface MailTransport {
  /** Key of the agreement with the relay in the egress register (D13). */
  readonly agreementKey: string;
  /** @throws {MailError} */
  send(mail: OutgoingMail): Promise<void>;
  close(): void;
}

/** `MAIL_REFUSED`: the relay says that it never will take this mail. `MAIL_UNREACHABLE`: to be tried again. */
export type MailErrorCode = 'MAIL_REFUSED' | 'MAIL_UNREACHABLE';

/** A mail that could not be handed over; the message never holds what the relay said, since that quotes the address. */
export class MailError extends Error {
  override readonly name = 'MailError';

  constructor(
    readonly code: MailErrorCode,
    message: string,
    /** Whether the relay surely has not taken it; a connection that was lost meanwhile leaves that open. */
    readonly notTaken = false,
  ) {
    super(message);
  }
}

/** A setting of mail that the operator must mend; names the variable and never its value. */
export class MailSettingError extends Error {
  override readonly name = 'MailSettingError';
  readonly code = 'BAD_CONFIG';
}
