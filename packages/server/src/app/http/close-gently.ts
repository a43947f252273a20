import { setImmediate } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';

/** Whether the process has been told to end. */
export interface Draining {
  begun: boolean;
}

/** How often connections are looked through that have had their answer, in ms. */
const SWEEP_MS = 50;
/** After so long what still is not answered is cut off, in ms; orchestrators kill after about thirty seconds. */
const LONGEST_MS = 20_000;

/**
 * Stops listening once what has come is read, and waits for the answers that are under way. A connection counts as idle until its
 * request was read, so without the wait closing would cut off requests that lie in its buffer.
 */
export async function closeGently(http: FastifyInstance): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await setImmediate();
  const started = performance.now();
  const sweep = setInterval(() => {
    if (performance.now() - started > LONGEST_MS) http.server.closeAllConnections();
    else http.server.closeIdleConnections();
  }, SWEEP_MS);
  try {
    await http.close();
  } finally {
    clearInterval(sweep);
  }
}
