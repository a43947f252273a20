import type { ConfirmationContent, OrderMailContent } from './order-mail-content.ts';
import type { MailBlock, MailDocument } from './render/mail-document.ts';
import { type MailFormat, mailFormat } from './render/mail-format.ts';
import { sellerLine } from './seller-line.ts';
import { type MailTexts, mailTexts } from './texts/mail-texts.ts';

/** The confirmation of a paid order: what, how much, where to, the link to follow it, and the right of withdrawal. */
export function composeConfirmation(content: ConfirmationContent): MailDocument {
  const { texts, format } = wordsOf(content);
  const { confirmation } = texts;
  return compose(content, confirmation.subject(content.number), confirmation.title, [
    paragraph(confirmation.intro(content.number, format.date(content.placedAt))),
    { kind: 'link', label: confirmation.follow, href: `${shopUrl(content)}/track#${content.trackingToken}` },
    { kind: 'small', text: confirmation.followNote },
    { kind: 'heading', text: confirmation.goods },
    {
      kind: 'lines',
      caption: confirmation.goods,
      lines: content.lines.map(({ title, variantTitle, quantity, unitPrice }) => ({
        title,
        detail: confirmation.detail(variantTitle, quantity, format.money(unitPrice)),
        // Before discounts, which are a sum of their own below: only so do the lines add up.
        amount: format.money(unitPrice * quantity),
      })),
      sums: sumsOf(content, texts, format),
    },
    ...(content.addressLines.length > 0
      ? [
          { kind: 'heading' as const, text: confirmation.address },
          { kind: 'address' as const, lines: content.addressLines },
        ]
      : []),
    { kind: 'heading', text: confirmation.withdrawal },
    ...confirmation.withdrawalText.map((text) => ({ kind: 'small' as const, text })),
    { kind: 'link', label: confirmation.withdrawalLink, href: `${shopUrl(content)}/withdrawal`, quiet: true },
  ]);
}

function sumsOf(content: ConfirmationContent, { confirmation }: MailTexts, format: MailFormat) {
  const { subtotal, discount, shipping, total, includedTax, taxRate } = content;
  return [
    { label: confirmation.subtotal, amount: format.money(subtotal) },
    ...(discount > 0 ? [{ label: confirmation.discount, amount: format.money(-discount) }] : []),
    { label: confirmation.shipping, amount: shipping === 0 ? confirmation.free : format.money(shipping) },
    { label: confirmation.total, amount: format.money(total), strong: true },
    ...(taxRate > 0
      ? [{ label: confirmation.includedTax(format.percent(taxRate)), amount: format.money(includedTax) }]
      : []),
  ];
}

/** Tells that an order lapsed unpaid (D15). */
export function composeLapsed(content: OrderMailContent): MailDocument {
  const { lapsed } = wordsOf(content).texts;
  return compose(content, lapsed.subject(content.number), lapsed.title, [
    ...lapsed.text(content.number).map(paragraph),
    { kind: 'link', label: lapsed.link, href: shopUrl(content) },
  ]);
}

/** Tells that the money was sent back; `late` if the payment came after its time and the goods were gone (D15). */
export function composeRefunded(content: OrderMailContent, late: boolean): MailDocument {
  const { texts, format } = wordsOf(content);
  const { refunded } = texts;
  const text = (late ? refunded.lateText : refunded.text)(content.number, format.money(content.total));
  return compose(content, refunded.subject(content.number), refunded.title, text.map(paragraph));
}

function compose(
  content: OrderMailContent,
  subject: string,
  title: string,
  blocks: readonly MailBlock[],
): MailDocument {
  const { texts, format } = wordsOf(content);
  const { checkpoint, seller } = content;
  const record: MailBlock[] = checkpoint
    ? [
        { kind: 'heading', text: texts.checkpoint.title },
        { kind: 'small', text: texts.checkpoint.text(format.number(checkpoint.sequence)) },
        { kind: 'record', text: `${checkpoint.sequence} ${checkpoint.hash}` },
      ]
    : [];
  const footer = [...texts.footer(`${shopUrl(content)}/privacy`, 'ORDER'), sellerLine(seller, texts.tag)];
  return { language: texts.tag, subject, title, blocks: [...blocks, ...record], footer };
}

function wordsOf({ language, locale, currency }: OrderMailContent): { texts: MailTexts; format: MailFormat } {
  return { texts: mailTexts(language), format: mailFormat(locale, currency) };
}

function shopUrl({ publicUrl, language }: OrderMailContent): string {
  return `${publicUrl}/${language.toLowerCase()}`;
}

function paragraph(text: string): MailBlock {
  return { kind: 'paragraph', text };
}
