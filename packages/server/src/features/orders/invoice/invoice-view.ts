import type { CurrencyCode, Language, Market } from '@barrier/schema/market/market.type.ts';
import type { Seller } from '../../seller/seller.ts';

/**
 * Everything an invoice shows, already opened and read. Amounts are integers in minor units of `currency`; days are ISO 8601
 * (`2026-03-12`), in the seller's time zone. Required are the particulars of Directive 2006/112/EC, Art. 226, and § 14 (4) UStG.
 */
export interface InvoiceView {
  readonly language: Language;
  /** BCP 47; how amounts and dates are written for a reader of that language in that market. */
  readonly locale: string;
  readonly market: Market;
  /** Where the goods go, ISO 3166-1 alpha-2; its VAT is the one shown. */
  readonly country: string;
  /** From a series without gaps, such as 2026-000042 (Art. 226 no. 2). */
  readonly invoiceNumber: string;
  /** What the customer knows the order by. */
  readonly orderNumber: string;
  /** The day of the invoice; the date of the PDF, too. */
  readonly issuedOn: string;
  readonly placedOn: string;
  readonly paidOn: string;
  /** The day of supply; null as long as nothing was sent, then the day of payment stands for it (Art. 226 no. 7). */
  readonly suppliedOn: string | null;
  /** Who sells, with what a business letter states (§ 35a GmbHG). */
  readonly seller: Seller;
  readonly recipient: InvoiceRecipient;
  readonly lines: readonly InvoiceLine[];
  /** What the promotion took off all lines, not negative. */
  readonly discount: number;
  readonly shipping: number;
  /** Basis points: 1900 is 19 %; 0 where no tax is included. */
  readonly taxRate: number;
  readonly net: number;
  readonly tax: number;
  /** `net` + `tax`, and the lines plus `shipping`. */
  readonly total: number;
  readonly currency: CurrencyCode;
}

/** One line as it was sold; unit and line price include the tax where the market includes it. */
export interface InvoiceLine {
  readonly title: string;
  /** Size or shade; empty if there is one variant only. */
  readonly variantTitle: string;
  readonly quantity: number;
  readonly unitPrice: number;
  /** Unit price times quantity, less the line's discount. */
  readonly linePrice: number;
}

/** To whom the invoice is made out. */
export interface InvoiceRecipient {
  readonly name: string;
  /** As on a label, without the name, with the country (see `format-address.ts`). */
  readonly addressLines: readonly string[];
}
