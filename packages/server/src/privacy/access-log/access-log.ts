import type { AccessEvent } from './access-event.ts';
import type { LogReceipt } from './log-receipt.ts';

/** The access log, on its own connection, never in the caller's transaction (D6). */
export interface AccessLog {
  /** Writes one entry per event in one durable write; resolves after the commit. */
  append(events: readonly AccessEvent[]): Promise<LogReceipt>;
  /** Cuts the tie between a subject and their pseudonym; entries stay, about nobody (D8). Idempotent. */
  forgetSubject(subjectId: string): Promise<void>;
}
