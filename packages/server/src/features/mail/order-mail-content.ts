import type { CurrencyCode, Language } from '@barrier/schema/market/market.type.ts';
import type { OrderContentLine } from '../orders/order-content.ts';
import type { Seller } from '../seller/seller.ts';
import type { LogCheckpoint } from './find-log-checkpoint.ts';

/** What every mail about an order says. Amounts are minor units of `currency`. */
export interface OrderMailContent {
  readonly language: Language;
  /** BCP 47 locale in which amounts and dates are written. */
  readonly locale: string;
  readonly publicUrl: string;
  readonly number: string;
  readonly placedAt: Date;
  readonly currency: CurrencyCode;
  readonly total: number;
  readonly checkpoint: LogCheckpoint | null;
  readonly seller: Seller;
}

/** What the confirmation says besides. */
export interface ConfirmationContent extends OrderMailContent {
  readonly lines: readonly OrderContentLine[];
  readonly subtotal: number;
  readonly discount: number;
  readonly shipping: number;
  readonly includedTax: number;
  /** Basis points. */
  readonly taxRate: number;
  readonly addressLines: readonly string[];
  /** Goes into the fragment of the link (D16). */
  readonly trackingToken: string;
}
