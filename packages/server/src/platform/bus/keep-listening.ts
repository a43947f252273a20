import { Client } from 'pg';

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
  let client: Client | null = null;
  let closed = false;
  let attempts = 0;
  let retry: NodeJS.Timeout | null = null;

  const connect = async () => {
    const fresh = new Client({ connectionString: url, keepAlive: true, application_name: 'barrier bus' });
    client = fresh;
    let lost = false;
    const lose = (error?: unknown) => {
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
      await fresh.query(`listen ${channel}`);
      attempts = 0;
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
