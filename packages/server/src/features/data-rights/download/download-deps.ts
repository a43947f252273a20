import type { Marking } from '@barrier/schema/privacy/read-marks.ts';
import type { PrivacyCore } from '../../../privacy/core.ts';
import type { Seller } from '../../seller/seller.ts';

/** What making and handing over copies needs. */
export interface DownloadDeps {
  readonly core: PrivacyCore;
  /** Where the shop is reached from outside, without a trailing slash. */
  readonly publicUrl: string;
  readonly seller: Seller;
  /** The marks of the whole graph, from which purposes and viewers of a field follow. */
  markings(): readonly Marking[];
}
