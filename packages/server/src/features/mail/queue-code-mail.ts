import type { Language } from '@barrier/schema/market/market.type.ts';
import type { SqlEntityManager } from '@mikro-orm/sql';
import type { PrivacyCore } from '../../privacy/core.ts';
import type { ActiveSubject } from '../../privacy/subjects/active-subject.ts';
import type { Seller } from '../seller/seller.ts';
import { queueMail } from './queue-mail.ts';
import { sellerLine } from './seller-line.ts';
import { mailTexts } from './texts/mail-texts.ts';
import { writeMessage } from './write-message.ts';

/** A one-time code to be mailed (D16). */
export interface CodeMail {
  /** The address of the order, opened with a logged grant. */
  readonly to: string;
  readonly language: Language;
  readonly orderNumber: string;
  readonly code: string;
  /** How long it is valid. */
  readonly minutes: number;
  /** Where the shop is reached from outside, without a trailing slash. */
  readonly publicUrl: string;
  readonly seller: Seller;
}

/**
 * Queues the mail with the one-time code of the tracking page, in the caller's transaction, in which the subject is locked.
 * @returns false if the address has had enough of them for today.
 */
export function queueCodeMail(
  core: PrivacyCore,
  em: SqlEntityManager,
  subject: ActiveSubject,
  { to, language, orderNumber, code, minutes, publicUrl, seller }: CodeMail,
): Promise<boolean> {
  const texts = mailTexts(language);
  const message = writeMessage(to, {
    language: texts.tag,
    subject: texts.code.subject,
    title: texts.code.title,
    blocks: [
      { kind: 'paragraph', text: texts.code.text(orderNumber, minutes) },
      { kind: 'code', code },
      { kind: 'small', text: texts.code.warning },
    ],
    footer: [...texts.footer(`${publicUrl}/${language.toLowerCase()}/privacy`), sellerLine(seller, texts.tag)],
  });
  return queueMail(core, em, subject, { kind: 'CODE', message });
}
