import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PaymentDeps } from '../../src/features/payments/payment-deps.ts';
import { receiveWebhook, type WebhookAnswer } from '../../src/features/payments/receive-webhook.ts';

/** A webhook as it came. */
export interface HeldWebhook {
  readonly body: Buffer;
  readonly signature: string | undefined;
  readonly type: string;
  readonly reference: string;
}

/** The shop's door for webhooks, on a real port. */
export interface WebhookDoor {
  readonly url: string;
  /** The shop behind it; until it is set nothing is taken. */
  deps: PaymentDeps | null;
  /** `HOLD`: kept for the test to hand over itself, and answered as if taken. `AWAY`: not taken (503). */
  mode: 'TAKE' | 'HOLD' | 'AWAY';
  readonly held: HeldWebhook[];
  readonly answers: WebhookAnswer[];
  /** Errors that were answered with 500. */
  readonly errors: unknown[];
  close(): Promise<void>;
}

/** Opens the door. */
export async function openWebhookDoor(): Promise<WebhookDoor> {
  const server = createServer((request, response) => {
    void (async () => {
      const chunks: Buffer[] = [];
      for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
      response.writeHead(await take(Buffer.concat(chunks), String(request.headers['barrier-signature']))).end();
    })();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const door: WebhookDoor = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks/payment`,
    deps: null,
    mode: 'TAKE',
    held: [],
    answers: [],
    errors: [],
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };

  async function take(body: Buffer, signature: string): Promise<number> {
    if (door.mode === 'AWAY' || !door.deps) return 503;
    if (door.mode === 'HOLD') {
      const event = JSON.parse(body.toString()) as { type: string; data: { reference: string } };
      door.held.push({ body, signature, type: event.type, reference: event.data.reference });
      return 204;
    }
    try {
      const answer = await receiveWebhook(door.deps, body, signature);
      door.answers.push(answer);
      return answer === 'TAKEN' ? 204 : 400;
    } catch (error) {
      door.errors.push(error);
      return 500;
    }
  }
  return door;
}
