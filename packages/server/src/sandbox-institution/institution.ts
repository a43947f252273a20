import type { Database } from './database.ts';

/** What every act of the institution works with. */
export type Institution = {
  database: Database;
  /** Milliseconds since 1970. */
  now: () => number;
  /** Tells the delivery that a webhook was written; safe to call inside the transaction that writes it. */
  webhookWritten: () => void;
  merchantName: string;
  /** Origin of the hosted page as payers reach it. */
  publicUrl: string;
  returnOrigins: readonly string[];
  lateWebhookMs: number;
  authorisationMs: number;
  /** Aborted when the process closes; the simulated bank then decides at once. */
  closing: AbortSignal;
};
