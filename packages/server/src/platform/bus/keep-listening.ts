import { DATABASE_LIMITS } from '../orm/database-limits.ts';
import { askInTime, PromptClient } from '../orm/postgres-client.ts';

/** How often it is asked whether the connection is still one: a lost network says nothing, and nothing is what mostly comes. */
const ASK_EVERY_MS = 30_000;

/**
 * Keeps a connection that listens to a channel; a lost one is opened again, ever more patiently. `hear` is given each notification, and an
 * empty one whenever the connection is new and something may have been missed.
 */
export function keepListening(
  url: string,
  channel: string,
  onError: (error: unknown) => void,
  hear: (notification: string) => void,
) {
  let client: PromptClient | null = null;
  let closed = false;
  let attempts = 0;
  let retry: NodeJS.Timeout | null = null;

  const connect = async () => {
    const fresh = new PromptClient({ connectionString: url, keepAlive: true, application_name: 'barrier bus' });
    client = fresh;
    let lost = false;
    let asking: NodeJS.Timeout | undefined;
    const lose = (error?: unknown) => {
      clearInterval(asking);
      if (lost || closed) return;
      lost = true;
      if (error) onError(error);
      attempts += 1;
      retry = setTimeout(() => void connect(), Math.min(30_000, 250 * 2 ** Math.min(attempts, 7))).unref();
    };
    fresh.on('error', lose);
    fresh.on('end', () => lose());
    fresh.on('notification', ({ payload }) => hear(payload ?? ''));
    try {
      await fresh.connect();
      await askInTime(fresh, DATABASE_LIMITS.answerMs, `listen ${channel}`);
      attempts = 0;
      const ask = () => void askInTime(fresh, DATABASE_LIMITS.connectMs, 'select').catch(lose);
      asking = setInterval(ask, ASK_EVERY_MS).unref();
      hear('');
    } catch (error) {
      lose(error);
      await fresh.end().catch(() => undefined);
    }
  };
  const ready = connect();
  return {
    close: async () => {
      closed = true;
      if (retry) clearTimeout(retry);
      await ready;
      await client?.end().catch(() => undefined);
    },
  };
}
