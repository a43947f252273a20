import type { Language } from '@barrier/schema/market/market.type.ts';
import type { SqlEntityManager } from '@mikro-orm/sql';
import type { PrivacyCore } from '../../privacy/core.ts';
import type { ActiveSubject } from '../../privacy/subjects/active-subject.ts';
import type { Seller } from '../seller/seller.ts';
import { queueNotice } from './queue-notice.ts';
import { mailTexts } from './texts/mail-texts.ts';

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
export async function queueCodeMail(
  core: PrivacyCore,
  em: SqlEntityManager,
  subject: ActiveSubject,
  { to, language, orderNumber, code, minutes, publicUrl, seller }: CodeMail,
): Promise<boolean> {
  const { code: texts } = mailTexts(language);
  const mailId = await queueNotice(core, em, subject, {
    kind: 'CODE',
    to,
    language,
    subject: texts.subject,
    title: texts.title,
    blocks: [
      { kind: 'paragraph', text: texts.text(orderNumber, minutes) },
      { kind: 'code', code },
      { kind: 'small', text: texts.warning },
    ],
    publicUrl,
    seller,
  });
  return mailId !== null;
}
