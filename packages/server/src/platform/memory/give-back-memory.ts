import { Session } from 'node:inspector/promises';
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';

/** For how long a process must have had little to do (ms). */
const QUIET_FOR_MS = 5_000;

/** The part of that time in which it may have been at work. */
const LITTLE = 0.1;

/**
 * Hands back to the operating system what only the start needed, about a third of what the process holds then: V8 would keep it for
 * as long as nobody calls. Once, and not while there are customers: it is a pause of a tenth of a second, and V8 lets go of the
 * machine code as well that it has made of what runs often. The inspector it asks listens on no port.
 */
export async function giveBackMemory(signal: AbortSignal): Promise<void> {
  const { eventLoopUtilization } = performance;
  try {
    for (let used = 1; used > LITTLE; ) {
      const before = eventLoopUtilization();
      await wait(QUIET_FOR_MS, undefined, { ref: false, signal });
      used = eventLoopUtilization(before).utilization;
    }
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
