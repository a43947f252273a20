import type { Shop } from './shop.ts';

/** How long a process that is told to end serves on, for what is on its way and for a balancer to hear that it ends. */
const DRAIN_MS = 2_000;

/** After so long it ends whatever is still open, such as a database that does not answer; orchestrators kill after about thirty seconds. */
const LONGEST_MS = 25_000;

/** Ends the process on SIGTERM, once what was sent is answered, and on Ctrl-C without waiting for what may still come. */
export function stopOnSignals(shop: Shop, onStop: () => void = () => undefined): void {
  let closing = false;
  const stop = async (graceMs: number) => {
    if (closing) return;
    closing = true;
    const end = () => {
      shop.logger.error({ code: 'STOP_TOO_LONG' }, 'not everything could be closed in time');
      process.exit(1);
    };
    setTimeout(end, LONGEST_MS).unref();
    onStop();
    await shop.drain(graceMs);
    await shop.close();
    process.exit(0);
  };
  process.on('SIGTERM', () => void stop(DRAIN_MS));
  process.on('SIGINT', () => void stop(0));
}
