/** A written mail, as it is sealed. */
export interface MailMessage {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** BCP 47 tag. */
  readonly language: string;
  /** Where one POST ends mails like this one (RFC 8058); of mails that somebody agreed to. */
  readonly unsubscribeUrl?: string;
}
