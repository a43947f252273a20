import type { MailMessage } from './mail-message.ts';
import type { MailDocument } from './render/mail-document.ts';
import { writeHtml } from './render/write-html.ts';
import { writeText } from './render/write-text.ts';

/** Writes a mail in both its parts. */
export function writeMessage(to: string, document: MailDocument): MailMessage {
  const { subject, language } = document;
  return { to, subject, language, text: writeText(document), html: writeHtml(document) };
}
