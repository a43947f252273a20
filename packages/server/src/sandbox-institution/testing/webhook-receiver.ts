import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A webhook as it arrived. */
export type ReceivedWebhook = {
  event: { id: string; type: string; createdAt: string; data: WebhookData };
  body: string;
  signature: string;
  headers: IncomingMessage['headers'];
  /** Milliseconds since 1970. */
  at: number;
};

type WebhookData = {
  sessionId: string;
  reference: string;
  amount: number;
  currency: string;
  state: string;
  refund?: { id: string; amount: number; state: string };
};

/** A merchant's end of the webhooks, on a real port. */
export type WebhookReceiver = {
  url: string;
  /** Every delivery so far, refused ones included. */
  received: ReceivedWebhook[];
  /** The first delivery that fits, already here or still to come. */
  next: (fits: (webhook: ReceivedWebhook) => boolean) => Promise<ReceivedWebhook>;
  /** Resolves once so many deliveries have come. */
  count: (deliveries: number) => Promise<void>;
  close: () => Promise<void>;
};

/** Starts a receiver; `status` decides each answer from the number of deliveries before it. */
export async function startWebhookReceiver(
  status: (before: number, webhook: ReceivedWebhook) => number = () => 204,
): Promise<WebhookReceiver> {
  const received: ReceivedWebhook[] = [];
  const waiting = new Set<() => void>();
  const server = createServer((message, response) => {
    const taken = readWebhook(message).then((webhook) => {
      received.push(webhook);
      response.writeHead(status(received.length - 1, webhook), { Location: '/elsewhere' }).end();
      for (const look of waiting) look();
    });
    taken.catch(() => response.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  function until<Value>(find: () => Value | undefined): Promise<Value> {
    return new Promise((resolve) => {
      const look = (): void => {
        const found = find();
        if (found === undefined) return;
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      look();
    });
  }

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks`,
    received,
    next: (fits) => until(() => received.find(fits)),
    count: async (deliveries) => void (await until(() => (received.length >= deliveries ? true : undefined))),
    close: async () => {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

async function readWebhook(message: IncomingMessage): Promise<ReceivedWebhook> {
  const chunks: Buffer[] = [];
  for await (const chunk of message as AsyncIterable<Buffer>) chunks.push(chunk);
  const body = Buffer.concat(chunks).toString('utf8');
  const signature = String(message.headers['barrier-signature']);
  const event = JSON.parse(body) as ReceivedWebhook['event'];
  return { event, body, signature, headers: message.headers, at: Date.now() };
}
