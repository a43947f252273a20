import type { AccessEvent } from './access-event.ts';

const genuine = new WeakSet<LogReceipt>();

/** Shows that entries are durable in the access log. Only the log makes one, after its commit; grants are made against it. */
export interface LogReceipt {
  readonly events: readonly AccessEvent[];
  /** The global sequence numbers of the entries. */
  readonly sequences: readonly number[];
}

/** Called by the log's append alone, after the commit. */
export function issueReceipt(events: readonly AccessEvent[], sequences: readonly number[]): LogReceipt {
  const receipt = Object.freeze({ events: Object.freeze([...events]), sequences: Object.freeze([...sequences]) });
  genuine.add(receipt);
  return receipt;
}

/** Whether the log itself made this receipt. */
export function isGenuineReceipt(receipt: LogReceipt): boolean {
  return genuine.has(receipt);
}
