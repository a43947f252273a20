/** What processes tell each other (D10). Payloads carry ids and versions, never personal values. */
export interface BusEvents {
  'catalogue-changed': { version: number };
  'stock-changed': { variantIds: string[] };
  'key-destroyed': { subjectId: string };
  'key-epoch-changed': { epoch: number };
  /** `dueAt`: the earliest of them, in ms since the epoch. */
  'jobs-queued': { kind: string; dueAt: number };
  /** A process has written a canary's value to its log; of which category it is. */
  'canary-logged': { category: string };
}

/** A handler of one kind of event. */
export type BusHandler<Name extends keyof BusEvents> = (payload: BusEvents[Name]) => void | Promise<void>;

/** Carries events to every process, the sender included. Delivery is at least once; handlers are idempotent. */
export interface Bus {
  publish<Name extends keyof BusEvents>(name: Name, payload: BusEvents[Name]): Promise<void>;
  subscribe<Name extends keyof BusEvents>(name: Name, handler: BusHandler<Name>): void;
  close(): Promise<void>;
}
