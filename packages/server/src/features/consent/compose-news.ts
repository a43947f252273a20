import type { Language } from '@barrier/schema/market/market.type.ts';
import type { MailMessage } from '../mail/mail-message.ts';
import type { MailBlock } from '../mail/render/mail-document.ts';
import { sellerLine } from '../mail/seller-line.ts';
import { mailTexts } from '../mail/texts/mail-texts.ts';
import { writeMessage } from '../mail/write-message.ts';
import type { Seller } from '../seller/seller.ts';
import type { NewsText } from './news-issue.entity.ts';
import { newsFrame } from './news-texts.ts';
import { oneClickUrl, unsubscribePage } from './unsubscribe-url.ts';

/** What an issue is written with for one reader. */
export interface NewsReader {
  readonly to: string;
  readonly language: Language;
  /** Of the consent, the same in each mail: a link does not tell which mail it came from. */
  readonly token: string;
}

/** Writes an issue to one reader, with the way out in headers and text. */
export function composeNews(
  { subject, text, link }: NewsText,
  { to, language, token }: NewsReader,
  { publicUrl, seller }: { readonly publicUrl: string; readonly seller: Seller },
): MailMessage {
  const { tag } = mailTexts(language);
  const frame = newsFrame(language);
  const page = `${publicUrl}/${language.toLowerCase()}`;
  const paragraphs = text
    .split(/\n\s*\n/)
    .map((paragraph): MailBlock => ({ kind: 'paragraph', text: paragraph.trim() }));
  const blocks: MailBlock[] = [
    ...paragraphs,
    ...(link ? [{ kind: 'link', label: link.label, href: `${page}${link.path}` } as const] : []),
    { kind: 'small', text: frame.why },
    { kind: 'link', label: frame.unsubscribe, href: unsubscribePage(publicUrl, language, token), quiet: true },
  ];
  const footer = [frame.privacy(`${page}/privacy`), sellerLine(seller, tag)];
  const message = writeMessage(to, { language: tag, subject, title: subject, blocks, footer });
  return { ...message, unsubscribeUrl: oneClickUrl(publicUrl, language, token) };
}
