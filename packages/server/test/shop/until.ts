import { setTimeout as pause } from 'node:timers/promises';

/** Waits until something holds, also outside of a test; what decides is that it comes to hold. @throws after a minute. */
export async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (!(await holds())) {
    if (Date.now() > deadline) throw new Error(`Waited for a minute until ${what}.`);
    await pause(25);
  }
}
