import type { Logger } from 'pino';
import type { PrivacyCore } from '../../privacy/core.ts';
import type { TraceSearch } from '../../privacy/traces/find-traces.ts';
import type { Seller } from '../seller/seller.ts';

/** What carrying out an erasure needs. */
export interface ErasureDeps {
  readonly core: PrivacyCore;
  /** Where the shop is reached from outside, without a trailing slash; links in mails start with it. */
  readonly publicUrl: string;
  readonly seller: Seller;
  /** Where the shop keeps what, for looking through all of it afterwards. */
  readonly places: Pick<TraceSearch, 'stores' | 'folders' | 'ledger'>;
  readonly logger?: Logger;
}
