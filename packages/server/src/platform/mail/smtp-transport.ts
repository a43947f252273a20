import type { Transporter } from 'nodemailer';
import { MailError, MailSettingError, type MailTransport } from './mail-transport.ts';

/** How a relay is reached. */
export interface SmtpOptions {
  readonly url: URL;
  readonly from: string;
  /** On this machine; otherwise nothing goes unencrypted. */
  readonly local: boolean;
  readonly agreementKey: string;
}

const TIMEOUT_MS = 20_000;

/** Sends by SMTP. Headers hold no name of a machine and nothing of the customer but `To`. */
export function createSmtpTransport({ url, from, local, agreementKey }: SmtpOptions): MailTransport {
  const domain = domainOf(from);
  const secure = url.protocol === 'smtps:';
  const auth = url.username
    ? { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) }
    : undefined;
  // A shop that spools its mails does not load it.
  let relay: Promise<Transporter> | undefined;
  const options = {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port ? Number(url.port) : secure ? 465 : local ? 25 : 587,
    secure,
    requireTLS: !secure && !local,
    ...(auth ? { auth } : {}),
    // The greeting would tell the relay, and by its trace the reader, what this machine is called.
    name: domain,
    connectionTimeout: TIMEOUT_MS,
    greetingTimeout: TIMEOUT_MS,
    socketTimeout: TIMEOUT_MS,
    disableFileAccess: true,
    disableUrlAccess: true,
    tls: { minVersion: 'TLSv1.2' as const },
  };
  const open = async () => (await import('nodemailer')).createTransport(options);
  return {
    agreementKey,
    send: async ({ id, to, subject, text, html, language, unsubscribeUrl }) => {
      try {
        relay ??= open();
        await (await relay).sendMail({
          from,
          // As an object: a text would be read for further addresses.
          to: { name: '', address: to },
          subject,
          text,
          html,
          messageId: `<${id}@${domain}>`,
          xMailer: false,
          headers: {
            'Auto-Submitted': 'auto-generated',
            'Content-Language': language,
            ...(unsubscribeUrl === undefined ? {} : unsubscribeHeaders(unsubscribeUrl)),
          },
        });
      } catch (error) {
        throw mailErrorOf(error);
      }
    },
    close: () => void relay?.then((opened) => opened.close()),
  };
}

/** For the button to unsubscribe of mail programs (RFC 2369, RFC 8058); the relay's DKIM signature has to cover both. */
function unsubscribeHeaders(url: string): Record<string, { prepared: true; value: string }> {
  // As they are: folded or encoded they would not be recognised.
  const asIs = (value: string) => ({ prepared: true as const, value });
  return { 'List-Unsubscribe': asIs(`<${url}>`), 'List-Unsubscribe-Post': asIs('List-Unsubscribe=One-Click') };
}

/** The domain of a sender. @throws {MailSettingError} */
export function domainOf(from: string): string {
  const domain = /@([A-Za-z0-9.-]+)>?\s*$/.exec(from)?.[1];
  if (!domain) throw new MailSettingError('MAIL_FROM holds no e-mail address.');
  return domain;
}

/** A 5xx answer to the recipient or the message is final (RFC 5321, 4.2.1); a refused sign-in is the operator's to mend. */
function mailErrorOf(error: unknown): MailError {
  const { responseCode, code, syscall } = error as { responseCode?: unknown; code?: unknown; syscall?: unknown };
  const final =
    typeof responseCode === 'number' && responseCode >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE');
  // It said so itself, or there never was a connection.
  const notTaken = typeof responseCode === 'number' || syscall === 'connect' || syscall === 'getaddrinfo';
  return final
    ? new MailError('MAIL_REFUSED', `The mail relay refused a mail for good (${responseCode}).`, true)
    : new MailError('MAIL_UNREACHABLE', 'The mail relay did not take a mail.', notTaken);
}
