import type { Language } from '@barrier/schema/market/market.type.ts';

/** The words of an invoice in one language; column heads break at the line end. */
export interface InvoiceWords {
  /** BCP 47, for screen readers. */
  lang: string;
  invoice: string;
  invoiceNumber: string;
  orderNumber: string;
  issuedOn: string;
  placedOn: string;
  suppliedOn: string;
  paidOn: string;
  description: string;
  quantity: string;
  unitPrice: string;
  unitNet: string;
  unitGross: string;
  lineDiscount: string;
  amount: string;
  amountGross: string;
  goods: string;
  discount: string;
  shipping: string;
  total: string;
  totalGross: string;
  net: string;
  vat(rate: string, country: string): string;
  paid(day: string): string;
  supplyFollows: string;
  unionOneStopShop(country: string): string;
  exportSupply: string;
  britishVat: string;
  chineseVat: string;
  noSalesTax: string;
  representatives(names: string): string;
  vatId: string;
  vatIdIn(country: string): string;
  page(page: number, pages: number): string;
}

const EN: InvoiceWords = {
  lang: 'en',
  invoice: 'Invoice',
  invoiceNumber: 'Invoice number',
  orderNumber: 'Order number',
  issuedOn: 'Date of invoice',
  placedOn: 'Order placed',
  suppliedOn: 'Date of supply',
  paidOn: 'Payment received',
  description: 'Description',
  quantity: 'Qty',
  unitPrice: 'Unit price',
  unitNet: 'Unit price\nexcl. VAT',
  unitGross: 'Unit price\nincl. VAT',
  lineDiscount: 'Discount',
  amount: 'Amount',
  amountGross: 'Amount\nincl. VAT',
  goods: 'Goods',
  discount: 'Discount',
  shipping: 'Shipping',
  total: 'Total',
  totalGross: 'Total incl. VAT',
  net: 'Net amount',
  vat: (rate, country) => `VAT ${rate}, ${country}`,
  paid: (day) => `Paid by card through the payment institution on ${day}. Nothing is left to pay.`,
  supplyFollows: 'The goods are supplied after the date of this invoice.',
  unionOneStopShop: (country) =>
    `The VAT is that of the country of delivery, ${country}. We declare it through the Union One-Stop Shop.`,
  exportSupply: 'Export from the European Union, exempt from VAT there under Article 146 of Directive 2006/112/EC.',
  britishVat: 'The VAT shown is that of the United Kingdom. We account for it under our UK VAT number.',
  chineseVat: 'The VAT shown is that of China. This commercial invoice is not a fapiao.',
  noSalesTax: 'The prices do not include sales tax.',
  representatives: (names) => `Represented by: ${names}`,
  vatId: 'VAT ID',
  vatIdIn: (country) => `VAT ID (${country})`,
  page: (page, pages) => `Page ${page} of ${pages}`,
};

const DE: InvoiceWords = {
  lang: 'de',
  invoice: 'Rechnung',
  invoiceNumber: 'Rechnungsnummer',
  orderNumber: 'Bestellnummer',
  issuedOn: 'Rechnungsdatum',
  placedOn: 'Bestellt am',
  suppliedOn: 'Lieferdatum',
  paidOn: 'Zahlung erhalten',
  description: 'Bezeichnung',
  quantity: 'Menge',
  unitPrice: 'Einzelpreis',
  unitNet: 'Einzelpreis\nohne USt.',
  unitGross: 'Einzelpreis\nmit USt.',
  lineDiscount: 'Rabatt',
  amount: 'Betrag',
  amountGross: 'Betrag\nmit USt.',
  goods: 'Waren',
  discount: 'Rabatt',
  shipping: 'Versand',
  total: 'Gesamtbetrag',
  totalGross: 'Gesamt mit USt.',
  net: 'Nettobetrag',
  vat: (rate, country) => `USt. ${rate}, ${country}`,
  paid: (day) => `Mit Karte über das Zahlungsinstitut bezahlt am ${day}. Es ist nichts mehr offen.`,
  supplyFollows: 'Die Lieferung erfolgt nach dem Datum dieser Rechnung.',
  unionOneStopShop: (country) =>
    `Die Umsatzsteuer ist die des Bestimmungslandes ${country}. Wir melden sie über den One-Stop-Shop der EU.`,
  exportSupply:
    'Ausfuhrlieferung, in der Europäischen Union steuerfrei nach Artikel 146 der Richtlinie 2006/112/EG (§ 4 Nr. 1 Buchst. a, § 6 UStG).',
  britishVat:
    'Ausgewiesen ist die Umsatzsteuer des Vereinigten Königreichs. Wir führen sie unter unserer britischen Steuernummer ab.',
  chineseVat: 'Ausgewiesen ist die Mehrwertsteuer Chinas. Diese Handelsrechnung ist kein Fapiao.',
  noSalesTax: 'Die Preise enthalten keine US-Verkaufssteuer (Sales Tax).',
  representatives: (names) => `Vertreten durch: ${names}`,
  vatId: 'USt-IdNr.',
  vatIdIn: (country) => `USt-IdNr. (${country})`,
  page: (page, pages) => `Seite ${page} von ${pages}`,
};

const ZH: InvoiceWords = {
  lang: 'zh-Hans',
  invoice: '商业发票',
  invoiceNumber: '发票号码',
  orderNumber: '订单号',
  issuedOn: '开票日期',
  placedOn: '下单日期',
  suppliedOn: '供货日期',
  paidOn: '收款日期',
  description: '商品',
  quantity: '数量',
  unitPrice: '单价',
  unitNet: '单价\n不含增值税',
  unitGross: '单价\n含增值税',
  lineDiscount: '折扣',
  amount: '金额',
  amountGross: '金额\n含增值税',
  goods: '商品合计',
  discount: '折扣',
  shipping: '运费',
  total: '总计',
  totalGross: '总计（含增值税）',
  net: '不含税金额',
  vat: (rate, country) => `${country}增值税 ${rate}`,
  paid: (day) => `已于${day}通过支付机构以银行卡付清，无须再付款。`,
  supplyFollows: '货物于本发票日期之后供应。',
  unionOneStopShop: (country) => `增值税按收货国（${country}）税率计算，由我们通过欧盟一站式申报机制（OSS）申报。`,
  exportSupply: '自欧盟出口的货物，依据第 2006/112/EC 号指令第 146 条在欧盟免征增值税。',
  britishVat: '所列增值税为英国增值税，由我们以英国增值税号申报缴纳。',
  chineseVat: '所列增值税为中国增值税。本商业发票不是中国税务机关监制的发票。',
  noSalesTax: '价格不含美国销售税。',
  representatives: (names) => `法定代表人：${names}`,
  vatId: '增值税号',
  vatIdIn: (country) => `增值税号（${country}）`,
  page: (page, pages) => `第 ${page} 页，共 ${pages} 页`,
};

/** The words of an invoice, by language. */
export const INVOICE_WORDS: Readonly<Record<Language, InvoiceWords>> = { EN, DE, ZH };
