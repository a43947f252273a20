import type { AccountContext } from '../accounts/account-context.ts';
import type { Seller } from '../seller/seller.ts';

/** What consents need of a request's context. */
export interface ConsentContext extends AccountContext {
  /** The controller that stands on receipts. */
  readonly seller: Seller;
  /** Where the shop is reached from outside, without a trailing slash. */
  readonly publicUrl: string;
  /** Whether the request came with Sec-GPC: 1 or DNT: 1. */
  readonly privacySignal: boolean;
  /** Whether anything may be counted of it. */
  readonly mayCollect: boolean;
}
