import { describe, expect, it } from 'vitest';
import { openFontBook } from './invoice-fonts.ts';
import { type InvoicePage, SHEET } from './invoice-page.ts';
import type { InvoiceView } from './invoice-view.ts';
import { layoutInvoice } from './layout-invoice.ts';
import { buildInvoice, buildLine } from './testing/build-invoice.ts';

const book = openFontBook();
const linesOf = (page: InvoicePage) =>
  page.blocks.flatMap(({ lines, style }) => lines.map((line) => ({ ...line, style })));
const textsOf = (page: InvoicePage) => linesOf(page).map(({ runs }) => runs.map(({ text }) => text).join(''));

/** No text leaves the margins, and none but foot and page number reaches into the foot. */
function expectInPlace(view: InvoiceView): void {
  for (const page of layoutInvoice(view, book)) {
    for (const { runs, x, baseline } of linesOf(page)) {
      const right = x + runs.reduce((sum, { width }) => sum + width, 0);
      expect(x).toBeGreaterThanOrEqual(SHEET.left - 0.01);
      expect(right).toBeLessThanOrEqual(SHEET.right + 0.01);
      expect(baseline).toBeGreaterThan(SHEET.top);
      expect(baseline).toBeLessThan(SHEET.height - 14);
      expect(baseline > SHEET.bottom && baseline < SHEET.footer).toBe(false);
    }
  }
}

describe('layoutInvoice', () => {
  it('never puts the sums on a page without the last line, whatever the number of lines', () => {
    // The first page is full within the first dozen; the second at about thirty.
    for (const count of [...Array.from({ length: 14 }, (_, index) => index + 1), 28, 29, 30, 31, 40]) {
      const lines = Array.from({ length: count }, (_, index) => buildLine({ title: `Artikel ${index + 1}` }));
      const pages = layoutInvoice(buildInvoice({ lines }), book).map(textsOf);
      expect(pages.at(-1)).toContain(`Artikel ${count}`);
      expect(pages.at(-1)).toContain('Nettobetrag');
      expect(pages.flat().filter((text) => text.startsWith('Artikel '))).toHaveLength(count);
    }
  });

  it('keeps every text between the margins and above the foot', () => {
    const lines = Array.from({ length: 23 }, (_, index) =>
      buildLine({ title: `Sehr langer Titel eines Artikels ${index} `.repeat(1 + (index % 6)), off: index }),
    );
    expectInPlace(buildInvoice({ lines }));
    expectInPlace(
      buildInvoice({ language: 'ZH', locale: 'zh-CN', market: 'CN', country: 'CN', currency: 'CNY', lines }),
    );
  });

  it('keeps hostile texts and high amounts in their places', () => {
    const lines = [
      buildLine({
        title: 'W'.repeat(5_000),
        variantTitle: '张'.repeat(5_000),
        quantity: 999,
        unitPrice: 99_999_999,
        off: 1,
      }),
    ];
    const recipient = { name: 'W'.repeat(900), addressLines: Array.from({ length: 9 }, () => 'x'.repeat(900)) };
    expectInPlace(buildInvoice({ lines, recipient, currency: 'CNY', locale: 'en-GB', language: 'EN' }));
  });

  it('tells only once what later pages repeat', () => {
    const lines = Array.from({ length: 40 }, () => buildLine());
    const pages = layoutInvoice(buildInvoice({ lines }), book);
    const heads = pages.flatMap((page) => page.blocks.filter(({ cell }) => cell?.table === 'lines' && cell.row === 0));
    const spoken = heads.filter(({ role }) => role !== 'artifact');
    expect(spoken).toHaveLength(heads.length / pages.length);
  });

  it('shows the discount only where there is one', () => {
    const pages = (off: number) => layoutInvoice(buildInvoice({ lines: [buildLine({ off })] }), book).flatMap(textsOf);
    expect(pages(100)).toContain('Rabatt');
    expect(pages(0)).not.toContain('Rabatt');
  });
});
