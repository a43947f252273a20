import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';

/** One delivery of a webhook. */
export type WebhookPost = {
  url: string;
  body: string;
  /** Value of the `Barrier-Signature` header. */
  signature: string;
  timeoutMs: number;
  /** Aborted when the process closes. */
  closing: AbortSignal;
};

/** Posts a webhook; true when the merchant answered 2xx in time. Redirects are not followed, the answer's body is not read. */
export function postWebhook({ url, body, signature, timeoutMs, closing }: WebhookPost): Promise<boolean> {
  const send = url.startsWith('https:') ? httpsRequest : httpRequest;
  return new Promise((resolve) => {
    const outgoing = send(url, {
      method: 'POST',
      agent: false,
      signal: AbortSignal.any([closing, AbortSignal.timeout(timeoutMs)]),
      headers: {
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Length': Buffer.byteLength(body),
        'Barrier-Signature': signature,
        'User-Agent': 'Sandbank-Webhooks/1',
      },
    });
    outgoing.on('response', (answer) => {
      answer.on('error', () => {});
      answer.resume();
      const status = answer.statusCode ?? 0;
      resolve(status >= 200 && status < 300);
      outgoing.destroy();
    });
    outgoing.on('error', () => resolve(false));
    outgoing.end(body);
  });
}
