import type { Database } from '../database.ts';
import { postWebhook } from './post-webhook.ts';
import { GIVE_UP_AFTER_MS, retryDelay } from './webhook-backoff.ts';
import { abandon, findHeadsOfQueue, markDelivered, type OutboxEvent, postpone } from './webhook-outbox.ts';
import { signWebhook } from './webhook-signature.ts';

/** What the delivery needs to know. */
export type DeliveryOptions = {
  database: Database;
  url: string;
  secret: string;
  firstRetryMs: number;
  now: () => number;
};

/** A running delivery. */
export type WebhookDelivery = {
  /** Looks for due webhooks once the current turn of the event loop is over. */
  wake: () => void;
  /** Stops; what is on its way counts as not delivered and is sent again after the next start. */
  close: () => Promise<void>;
};

const AT_ONCE = 8;
const TIMEOUT_MS = 5000;
const LONGEST_SLEEP_MS = 60_000;

/**
 * Delivers the outbox: at least once each, one at a time and in order within a session, a few sessions at once. A
 * webhook leaves the queue only after a 2xx answer is on record, so that a kill at any moment repeats rather than loses.
 */
export function startWebhookDelivery(options: DeliveryOptions): WebhookDelivery {
  const { database, now } = options;
  const onTheWay = new Map<string, Promise<void>>();
  const closing = new AbortController();
  let timer: NodeJS.Timeout | undefined;

  function pump(): void {
    if (closing.signal.aborted) return;
    clearTimeout(timer);
    for (const event of findHeadsOfQueue(database, AT_ONCE * 2)) {
      if (onTheWay.has(event.sessionId)) continue;
      // With all places taken the next completion pumps again.
      if (onTheWay.size >= AT_ONCE) return;
      const sleep = event.nextAttemptAt - now();
      if (sleep > 0) {
        timer = setTimeout(pump, Math.min(sleep, LONGEST_SLEEP_MS));
        return;
      }
      onTheWay.set(event.sessionId, deliver(event));
    }
  }

  async function deliver(event: OutboxEvent): Promise<void> {
    const { url, secret } = options;
    // Signed anew each time: the receiver refuses an old timestamp, and a repetition may come days later.
    const signature = signWebhook(secret, Math.floor(now() / 1000), event.body);
    const taken = await postWebhook({
      url,
      body: event.body,
      signature,
      timeoutMs: TIMEOUT_MS,
      closing: closing.signal,
    });
    onTheWay.delete(event.sessionId);
    if (closing.signal.aborted) return;
    if (taken) markDelivered(database, event);
    else recordFailure(options, event);
    pump();
  }

  const wake = (): void => void setImmediate(pump);
  wake();
  return {
    wake,
    close: async () => {
      closing.abort();
      clearTimeout(timer);
      await Promise.all(onTheWay.values());
    },
  };
}

function recordFailure({ database, firstRetryMs, now }: DeliveryOptions, event: OutboxEvent): void {
  const again = now() + retryDelay(event.failures + 1, firstRetryMs);
  if (again > event.createdAt + GIVE_UP_AFTER_MS) abandon(database, event);
  else postpone(database, event, again);
}
