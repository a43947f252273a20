import { Language } from '@barrier/schema/market/market.type.ts';
import { describe, expect, it } from 'vitest';
import { DEMO_SELLER } from '../seller/demo-seller.ts';
import { composeConfirmation, composeLapsed, composeRefunded } from './compose-order-mail.ts';
import type { ConfirmationContent } from './order-mail-content.ts';
import { writeMessage } from './write-message.ts';

const LOCALES = { EN: 'en-IE', DE: 'de-DE', ZH: 'zh-CN' } as const;

const content = (language: Language, overrides: Partial<ConfirmationContent> = {}): ConfirmationContent => ({
  language,
  locale: LOCALES[language],
  publicUrl: 'https://shop.example',
  seller: DEMO_SELLER,
  number: 'BR-7K3M-9QXD',
  placedAt: new Date('2026-11-22T10:00:00Z'),
  currency: 'EUR',
  total: 125_789,
  checkpoint: { sequence: 3, hash: 'ab'.repeat(32) },
  lines: [
    {
      variantId: '',
      sku: null,
      title: 'Calm Drops',
      variantTitle: '30 ml',
      quantity: 2,
      unitPrice: 62_650,
      discount: 1,
      linePrice: 125_299,
      includedTax: 0,
    },
  ],
  subtotal: 125_300,
  discount: 1,
  shipping: 490,
  includedTax: 20_084,
  taxRate: 1_900,
  addressLines: ['Testa Mustermann', 'Musterweg 12', '10115 Musterstadt', 'GERMANY'],
  trackingToken: 'token-of-a-test',
  ...overrides,
});

const mails = (language: Language) => {
  const { lines: _, ...common } = content(language);
  return [
    composeConfirmation(content(language)),
    composeLapsed(common),
    composeRefunded(common, true),
    composeRefunded(common, false),
  ];
};

describe('A mail about an order', () => {
  it.each([
    ['EN', 'Germany'],
    ['DE', 'Deutschland'],
    ['ZH', '德国'],
  ] as const)('says in %s who writes it, in both its parts', (language, country) => {
    const line = `Barrier Demo GmbH · Musterstraße 1 · 12345 Musterstadt · ${country} · `;
    for (const mail of mails(language)) {
      const { text, html } = writeMessage('testa@example.com', mail);
      expect(text).toContain(line);
      expect(html).toContain(line);
    }
  });

  it.each([
    ['EN', '€1,257.89', '−€0.01', '19%', '22 November 2026'],
    ['DE', '1.257,89 €', '−0,01 €', '19 %', '22. November 2026'],
    ['ZH', '€1,257.89', '−€0.01', '19%', '2026年11月22日'],
  ] as const)('writes amounts, shares and dates as they are written in %s', (language, ...written) => {
    const { text, html } = writeMessage('testa@example.com', composeConfirmation(content(language)));
    const plain = (part: string) => part.replaceAll(/[\u00a0\u202f]/g, ' ');
    for (const amount of written) {
      expect(plain(text)).toContain(amount);
      expect(plain(html)).toContain(amount);
    }
  });

  it('escapes what came from elsewhere, wherever it stands', () => {
    const evil = `"><script>alert('1')</script>&`;
    const line = { ...content('EN').lines[0], title: evil, variantTitle: evil } as ConfirmationContent['lines'][number];
    const { html } = writeMessage(
      'testa@example.com',
      composeConfirmation(
        content('EN', { number: evil, addressLines: [evil, evil], lines: [line], trackingToken: evil }),
      ),
    );
    expect(html).not.toContain('<script');
    expect(html).not.toContain("alert('1')");
    expect(html.split('&lt;script&gt;').length).toBeGreaterThan(6);
  });

  it.each(Object.values(Language))('fetches nothing and leads only to the shop (%s)', (language) => {
    for (const mail of mails(language)) {
      const { html, text } = writeMessage('testa@example.com', mail);
      expect(html).not.toMatch(/<(img|link|script|iframe|object|video)\b|url\(|@import|src=/i);
      const links = [...html.matchAll(/https?:\/\/[^\s"<]+/g), ...text.matchAll(/https?:\/\/\S+/g)].map(
        ([link]) => link,
      );
      expect(links.filter((link) => !link.startsWith(`https://shop.example/${language.toLowerCase()}`))).toEqual([]);
    }
  });

  it.each(Object.values(Language))(
    'says the same in both parts, in one language, with the checkpoint (%s)',
    (language) => {
      for (const mail of mails(language)) {
        const { html, text, subject } = writeMessage('testa@example.com', mail);
        expect(subject).toContain('BR-7K3M-9QXD');
        expect(html).toMatch(new RegExp(`<html lang="${mail.language}">`));
        expect(html.match(/<h1/g)).toHaveLength(1);
        for (const block of mail.blocks) {
          if (block.kind === 'link') expect(html).toContain(`href="${block.href}"`);
          if ('text' in block) expect(text).toContain(block.text);
        }
        expect(text).toContain(`3 ${'ab'.repeat(32)}`);
      }
    },
  );

  it('does not speak of tax where none is included, nor of a discount where there was none', () => {
    const { text } = writeMessage('t@example.com', composeConfirmation(content('EN', { taxRate: 0, discount: 0 })));
    expect(text).not.toMatch(/VAT|Discount/);
  });
});
