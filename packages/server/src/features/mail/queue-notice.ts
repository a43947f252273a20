import type { Language } from '@barrier/schema/market/market.type.ts';
import type { SqlEntityManager } from '@mikro-orm/sql';
import type { PrivacyCore } from '../../privacy/core.ts';
import type { ActiveSubject } from '../../privacy/subjects/active-subject.ts';
import type { Seller } from '../seller/seller.ts';
import { type CountedMailKind, MAIL_PURPOSE } from './mail-kind.ts';
import { queueMail } from './queue-mail.ts';
import type { MailBlock } from './render/mail-document.ts';
import { sellerLine } from './seller-line.ts';
import { type MailTopic, mailTexts } from './texts/mail-texts.ts';
import { writeMessage } from './write-message.ts';

/** A mail in a feature's own words; the shop's frame is put around it. */
export interface Notice {
  readonly kind: CountedMailKind;
  /** The reader's address, opened with a logged grant. */
  readonly to: string;
  readonly language: Language;
  readonly subject: string;
  readonly title: string;
  readonly blocks: readonly MailBlock[];
  /** Where the shop is reached from outside, without a trailing slash. */
  readonly publicUrl: string;
  readonly seller: Seller;
  /** What the reader knows the shop by; an account for what keeps one safe, else an order. */
  readonly about?: MailTopic;
}

/**
 * Writes a mail with the shop's footer and queues it, in the caller's transaction, in which the reader is locked.
 * @returns the mail's id, or null if the address has had enough mails of this kind for today; then nothing is queued.
 */
export function queueNotice(
  core: PrivacyCore,
  em: SqlEntityManager,
  reader: ActiveSubject,
  { kind, to, language, subject, title, blocks, publicUrl, seller, about }: Notice,
): Promise<string | null> {
  const texts = mailTexts(language);
  const isAbout = about ?? (MAIL_PURPOSE[kind] === 'SECURITY' ? 'ACCOUNT' : 'ORDER');
  const privacyUrl = `${publicUrl}/${language.toLowerCase()}/privacy`;
  const footer = [...texts.footer(privacyUrl, isAbout), sellerLine(seller, texts.tag)];
  const message = writeMessage(to, { language: texts.tag, subject, title, blocks, footer });
  return queueMail(core, em, reader, { kind, message });
}
