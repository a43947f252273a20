import type { Bought } from '../shop/buy.ts';

/** A guest of the model: what is known of their one order without asking the shop. */
export interface Guest {
  readonly bought: Bought;
  readonly subjectId: string;
  readonly orderId: string;
  readonly units: number;
  /** Minor units. */
  readonly total: number;
  /** Everything personal that was ever entered, also what was corrected since. */
  readonly entered: readonly string[];
  /** The institution has taken the money. */
  readonly paid: boolean;
  /** The shop has said that it is paid: from then on it stands in the books. */
  readonly booked: boolean;
  readonly delivered: boolean;
  /** Their erasure is executed, which nothing undoes. */
  readonly erased: boolean;
}
