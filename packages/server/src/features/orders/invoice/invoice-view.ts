/** Language an invoice is written in. */
export type InvoiceLanguage = 'EN' | 'DE' | 'ZH';

/** Everything an invoice shows, already opened and read; amounts are integers in minor units of `currency`. */
export type InvoiceView = {
  language: InvoiceLanguage;
  /** Sequential and unique; the order number serves as invoice number. */
  invoiceNumber: string;
};
