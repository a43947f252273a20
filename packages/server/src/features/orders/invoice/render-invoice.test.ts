import { describe, expect, it } from 'vitest';
import type { InvoiceView } from './invoice-view.ts';
import { renderInvoice } from './render-invoice.ts';
import { buildInvoice, buildLine } from './testing/build-invoice.ts';
import { readPdf } from './testing/read-pdf.ts';

const read = async (view: InvoiceView) => readPdf(await renderInvoice(view));
const textOf = (pages: string[][]) => pages.flat().join(' ').replace(/\s+/g, ' ');

/** Whole cents of an amount as printed, such as "−1.234,50 €". */
const cents = (text: string) => Number(text.replace(/[^\d−]/g, '').replace('−', '-'));

describe('renderInvoice', () => {
  it('states in German what § 14 (4) UStG asks for', async () => {
    const { pages } = await read(buildInvoice({ lines: [buildLine({ quantity: 2, off: 698 })] }));
    const text = textOf(pages);
    for (const particular of [
      'Barrier Demo GmbH · Musterstraße 1 · 12345 Musterstadt',
      'USt-IdNr. DE000000000',
      'Testa Mustermann Beispielweg 12 10115 Berlin DEUTSCHLAND',
      'Rechnungsnummer 2026-000042',
      'Bestellnummer BR-7K3M-9QXD',
      'Rechnungsdatum 12. März 2026',
      'Lieferdatum 13. März 2026',
      'Ruhe Ceramid-Creme 50 ml 2 29,33 € 34,90 € −6,98 € 62,82 €',
      'Waren 69,80 € Rabatt −6,98 € Versand 4,90 € Gesamt mit USt. 67,72 €',
      'Nettobetrag 56,91 € USt. 19 %, Deutschland 10,81 €',
      'Mit Karte über das Zahlungsinstitut bezahlt am 11. März 2026.',
    ]) {
      expect(text).toContain(particular);
    }
  });

  it('says in English that the tax of another member state goes through the One-Stop Shop', async () => {
    const { pages } = await read(buildInvoice({ language: 'EN', locale: 'en-IE', country: 'FR', taxRate: 2000 }));
    expect(textOf(pages)).toContain('Total incl. VAT €39.80 Net amount €33.17 VAT 20%, France €6.63');
    expect(textOf(pages)).toContain('the country of delivery, France. We declare it through the Union One-Stop Shop.');
  });

  it('is written in Chinese for a reader of Chinese, and says that it is no fapiao', async () => {
    const recipient = { name: '测试用户', addressLines: ['北京市朝阳区示例路 88 号', '中国'] };
    const { pages, source } = await read(
      buildInvoice({
        language: 'ZH',
        locale: 'zh-CN',
        market: 'CN',
        country: 'CN',
        currency: 'CNY',
        taxRate: 1300,
        recipient,
      }),
    );
    const text = textOf(pages);
    expect(text).toContain('商业发票');
    expect(text).toContain('本商业发票不是中国税务机关监制的发票');
    // Letters of two fonts are two pieces of text.
    expect(text.replaceAll(' ', '')).toContain('测试用户北京市朝阳区示例路88号中国');
    expect(source).toContain('/Lang (zh-Hans)');
  });

  it('shows no tax where none is included, and why', async () => {
    const { pages } = await read(
      buildInvoice({ language: 'EN', locale: 'en-US', market: 'US', country: 'US', currency: 'USD', taxRate: 0 }),
    );
    const text = textOf(pages);
    expect(text).toContain('Total $39.80');
    expect(text).toContain('The prices do not include sales tax.');
    expect(text).toContain('exempt from VAT there under Article 146 of Directive 2006/112/EC');
    expect(text).not.toContain('VAT 0%');
    expect(text).not.toContain('excl. VAT');
  });

  it('names the British tax number on an invoice to the United Kingdom', async () => {
    const { pages } = await read(
      buildInvoice({ language: 'EN', locale: 'en-GB', market: 'GB', country: 'GB', currency: 'GBP', taxRate: 2000 }),
    );
    expect(textOf(pages)).toContain('VAT ID (United Kingdom) GB000000000');
  });

  it('gives the day of payment for the day of supply as long as nothing was sent', async () => {
    const text = textOf((await read(buildInvoice({ suppliedOn: null }))).pages);
    expect(text).toContain('Zahlung erhalten 11. März 2026');
    expect(text).toContain('Die Lieferung erfolgt nach dem Datum dieser Rechnung.');
    expect(text).not.toContain('Lieferdatum');
  });

  it('adds up to the cent as printed, over forty lines on several pages', async () => {
    const lines = Array.from({ length: 40 }, (_, index) =>
      buildLine({
        title: `Artikel ${index + 1}`,
        quantity: 1 + (index % 4),
        unitPrice: 1999 + index * 7,
        off: (index % 5) * 11,
      }),
    );
    const { pages } = await read(buildInvoice({ lines }));
    expect(pages.length).toBeGreaterThan(2);
    pages.forEach((page, index) => {
      expect(page).toContain('Bezeichnung');
      expect(page).toContain(`Seite ${index + 1} von ${pages.length}`);
    });
    const texts = pages.flat();
    const amountAfter = (label: string) => cents(texts[texts.indexOf(label) + 1] ?? '');
    const printed = lines.map(({ title }) => {
      const at = texts.indexOf(title) + 2;
      const [quantity = '', , unit = '', discount = '', amount = ''] = texts.slice(at, at + 5);
      const off = discount === '–' ? 0 : cents(discount);
      expect(Number(quantity) * cents(unit) + off).toBe(cents(amount));
      return { amount: cents(amount), off };
    });
    const sumOf = (key: 'amount' | 'off') => printed.reduce((sum, line) => sum + line[key], 0);
    expect(sumOf('amount') + amountAfter('Versand')).toBe(amountAfter('Gesamt mit USt.'));
    expect(amountAfter('Waren') + sumOf('off')).toBe(sumOf('amount'));
    expect(amountAfter('Nettobetrag') + amountAfter('USt. 19 %, Deutschland')).toBe(amountAfter('Gesamt mit USt.'));
  });

  it('has no box for any letter: what no font knows becomes another letter, or a question mark', async () => {
    const name = 'Łucja Ștefănescu Őry Αθηνά Папандопуло 张㛃 髙橋あア';
    const addressLines = ['Flat 3 ✨, 吉 𠮷 﨑', 'Ho\u0323a\u0301 \u202Egpj\u0007.exe محمد', '8 Rue de l’Exemple'];
    const { pages } = await read(buildInvoice({ recipient: { name, addressLines } }));
    const text = textOf(pages).replaceAll(' ', '');
    expect(text).toContain(name.replaceAll(' ', ''));
    expect(text).toContain('Flat3,吉吉崎');
    expect(text).toContain('Họágpj.exe?');
    expect(text).not.toContain('\uFFFD');
    expect(text).not.toContain('\u0000');
  });

  it('holds against titles that are long, or look like the inside of a PDF', async () => {
    const lines = [
      buildLine({ title: 'Glow '.repeat(4_000), variantTitle: 'a'.repeat(90_000), unitPrice: 123_456_789 }),
      buildLine({ title: ')>> endstream endobj %%EOF', variantTitle: '\n\t ', quantity: 999, unitPrice: 9_999_999 }),
    ];
    const { pages } = await read(buildInvoice({ lines }));
    expect(pages).toHaveLength(1);
    expect(textOf(pages)).toContain(')>> endstream endobj %%EOF');
    expect(textOf(pages)).toContain('aaa…');
  });

  it('gives the same bytes for the same view, and a PDF 1.7', async () => {
    const first = await renderInvoice(buildInvoice());
    expect(first.subarray(0, 8).toString()).toBe('%PDF-1.7');
    expect(first.subarray(-6).toString()).toBe('%%EOF\n');
    expect(first.equals(await renderInvoice(buildInvoice()))).toBe(true);
  });

  it('names the document and never the recipient in its metadata', async () => {
    const { source } = await read(buildInvoice());
    expect(source).toContain('(Rechnung 2026-000042)');
    expect(source).toContain('<xmp:CreateDate>2026-03-12T00:00:00Z</xmp:CreateDate>');
    expect(source).not.toContain('PDFKit');
    // What is drawn is numbers of glyphs, so a name in plain letters could only be metadata; pdfkit writes some as UTF-16.
    for (const personal of ['Testa', 'Beispielweg', 'Berlin']) {
      expect(source).not.toContain(personal);
      expect(source).not.toContain([...personal].join('\0'));
    }
  });

  it('tells a screen reader its language, its title, and the heads of its tables', async () => {
    const { source } = await read(buildInvoice());
    for (const mark of [
      '/Lang (de)',
      '/DisplayDocTitle true',
      '/Marked true',
      '/S /H1',
      '/S /Table',
      '/Scope /Column',
      '/Scope /Row',
    ]) {
      expect(source).toContain(mark);
    }
  });
});
