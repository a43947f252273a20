import { Session } from 'node:inspector/promises';
import { performance } from 'node:perf_hooks';
import { memoryUsage } from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';

/** For how long a process must have had little to do: after its start, and later (ms). */
const QUIET_AFTER_START_MS = 5_000;
const QUIET_MS = 60_000;

/** The part of that time in which it may have been at work. */
const LITTLE = 0.1;

/** By how much it must have grown since the last time to be worth the pause (bytes). */
const WORTH = 32 * 2 ** 20;

/**
 * Hands back to the operating system what only the start needed, about a third of what the process holds then, and later what visitors
 * left behind: V8 would keep both for as long as nobody calls. Not while there are customers: it is a pause of a tenth of a second, and V8
 * lets go of the machine code as well that it has made of what runs often. The inspector it asks listens on no port.
 */
export async function giveBackMemory(signal: AbortSignal): Promise<void> {
  try {
    await untilQuiet(QUIET_AFTER_START_MS, signal);
    for (;;) {
      await collectGarbage();
      const kept = held();
      do await untilQuiet(QUIET_MS, signal);
      while (held() < kept + WORTH);
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  }
}

async function untilQuiet(forMs: number, signal: AbortSignal): Promise<void> {
  for (let used = 1; used > LITTLE; ) {
    const before = performance.eventLoopUtilization();
    await wait(forMs, undefined, { ref: false, signal });
    used = performance.eventLoopUtilization(before).utilization;
  }
}

function held(): number {
  const { heapTotal, external } = memoryUsage();
  return heapTotal + external;
}

async function collectGarbage(): Promise<void> {
  const session = new Session();
  session.connect();
  try {
    await session.post('HeapProfiler.collectGarbage');
  } finally {
    session.disconnect();
  }
}
