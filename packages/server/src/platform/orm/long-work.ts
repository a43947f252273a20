import { AsyncLocalStorage } from 'node:async_hooks';

const storage = new AsyncLocalStorage<true>();

/** Does what nobody waits for and may take long, such as a migration: its statements and transactions have an hour, not seconds. */
export function doLongWork<Result>(work: () => Promise<Result>): Promise<Result> {
  return storage.run(true, work);
}

/** Whether the caller does long work. */
export function isLongWork(): boolean {
  return storage.getStore() === true;
}
