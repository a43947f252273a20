import type { Logger } from 'pino';
import type { MailTransport } from '../../platform/mail/mail-transport.ts';
import type { PrivacyCore } from '../../privacy/core.ts';
import type { Seller } from '../seller/seller.ts';
import type { MailOutcome } from './mail-metrics.ts';

/** What the mail use cases need. */
export interface MailDeps {
  readonly core: PrivacyCore;
  /** Null for the demo's spool. */
  readonly transport: MailTransport | null;
  /** Where the shop is reached from outside, without a trailing slash; links in mails start with it. */
  readonly publicUrl: string;
  readonly seller: Seller;
  readonly production: boolean;
  readonly logger?: Logger;
  /** Told what became of each attempt to send. */
  readonly count?: (outcome: MailOutcome) => void;
}
