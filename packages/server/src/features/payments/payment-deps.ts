import type { Logger } from 'pino';
import type { PrivacyCore } from '../../privacy/core.ts';
import type { PaymentInstitution } from './payment-institution.ts';

/** The points of a payment at which what went before is durable; tests kill the process at each. */
export type PaymentStep =
  | 'START_MARKED'
  | 'SESSION_CREATED'
  | 'SESSION_STORED'
  | 'SETTLEMENT_PREPARED'
  | 'SETTLED'
  | 'LAPSE_MARKED'
  | 'SESSION_ENDED'
  | 'RELEASED'
  | 'MONEY_SENT_BACK'
  | 'REFUND_RECORDED';

/** What the payment use cases need. */
export interface PaymentDeps {
  readonly core: PrivacyCore;
  readonly institution: PaymentInstitution;
  /** Where the shop is reached from outside, without a trailing slash; customers are sent back there. */
  readonly publicUrl: string;
  /** The seller's time zone (IANA), whose years the series of invoice numbers are of. */
  readonly sellerTimeZone: string;
  readonly logger?: Logger;
  /** Told each step once it is durable. */
  readonly onStep?: (step: PaymentStep) => void;
}
