import { isLoopbackHost } from './loopback-host.ts';
import { MailSettingError, type MailTransport } from './mail-transport.ts';
import { createSmtpTransport, domainOf } from './smtp-transport.ts';

/** What an operator sets about mail. */
export interface MailSettings {
  /** `smtp://user:password@host:port` or `smtps://…`; null for the demo's spool. */
  readonly smtpUrl: string | null;
  /** The sender, such as `Barrier <orders@barrier.example>`. */
  readonly from: string;
  /** Key of the agreement with a relay that is not on this machine (D13). */
  readonly agreementKey: string | null;
  readonly production: boolean;
}

/** The agreement that stands for the operator's own relay on the same machine. */
export const OWN_RELAY_AGREEMENT = 'own-mail-relay';

/**
 * Opens the way out for mails, or answers null for the spool. A relay on another machine is a processor: without the key
 * of an agreement nothing is sent there (D13), and whether it is in force is checked at every mail.
 * @throws {MailSettingError} naming the variable.
 */
export function openMailTransport(settings: MailSettings): MailTransport | null {
  const { smtpUrl, from, agreementKey, production } = settings;
  // Looked at also where nothing is sent yet, so that it is right on the day when something is.
  domainOf(from);
  if (smtpUrl === null) {
    if (production) throw new MailSettingError('SMTP_URL is not set: the spool is for the demo, mails need a relay.');
    return null;
  }
  const url = URL.canParse(smtpUrl) ? new URL(smtpUrl) : null;
  if (!url || !/^smtps?:$/.test(url.protocol) || !url.hostname || !isUnescaped(url)) {
    throw new MailSettingError('SMTP_URL is no smtp:// or smtps:// address.');
  }
  const local = isLoopbackHost(url.hostname);
  if (!local && agreementKey === null) {
    throw new MailSettingError(
      'SMTP_URL names another machine: set MAIL_AGREEMENT to the key of the agreement with who runs it, or use a relay on this machine.',
    );
  }
  return createSmtpTransport({ url, from, local, agreementKey: agreementKey ?? OWN_RELAY_AGREEMENT });
}

/** Whether the %-escapes of name and password can be read. */
function isUnescaped({ username, password }: URL): boolean {
  try {
    for (const part of [username, password]) decodeURIComponent(part);
    return true;
  } catch {
    return false;
  }
}
