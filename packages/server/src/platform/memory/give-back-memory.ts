import { Session } from 'node:inspector/promises';
import { setTimeout as wait } from 'node:timers/promises';

/** How long a start is left to settle (ms). */
const SETTLED_AFTER_MS = 5_000;

/**
 * Hands back to the operating system what only the start needed, about a third of what the process holds then: V8 would keep it for
 * as long as nobody calls. Costs a pause of a few tenths of a second, once; the inspector it asks listens on no port.
 */
export async function giveBackMemory(signal: AbortSignal): Promise<void> {
  try {
    await wait(SETTLED_AFTER_MS, undefined, { ref: false, signal });
  } catch {
    return;
  }
  const session = new Session();
  session.connect();
  try {
    await session.post('HeapProfiler.collectGarbage');
  } finally {
    session.disconnect();
  }
}
