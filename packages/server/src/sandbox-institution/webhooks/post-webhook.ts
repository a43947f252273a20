import { Agent as HttpAgent, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';

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

/** Connections stay open from one webhook to the next. */
const agents = { http: new HttpAgent({ keepAlive: true }), https: new HttpsAgent({ keepAlive: true }) };

/** Posts a webhook; true when the merchant answered 2xx in time. Redirects are not followed, the answer's body is not looked at. */
export async function postWebhook({ timeoutMs, closing, ...post }: WebhookPost): Promise<boolean> {
  const signal = AbortSignal.any([closing, AbortSignal.timeout(timeoutMs)]);
  const status = await send(post, signal, true);
  // The merchant had most likely closed the connection that was kept. If it heard the webhook all the same, it hears it twice, as it may any.
  const answered = status === 'CONNECTION_OVER' ? await send(post, signal, false) : status;
  return typeof answered === 'number' && answered >= 200 && answered < 300;
}

function send(
  { url, body, signature }: Pick<WebhookPost, 'url' | 'body' | 'signature'>,
  signal: AbortSignal,
  keepsOpen: boolean,
): Promise<number | 'NO_ANSWER' | 'CONNECTION_OVER'> {
  const secure = url.startsWith('https:');
  const agent = keepsOpen && agents[secure ? 'https' : 'http'];
  return new Promise((resolve) => {
    const outgoing = (secure ? httpsRequest : httpRequest)(url, {
      method: 'POST',
      agent,
      signal,
      headers: {
        'Content-Type': 'application/json; charset=utf-8',
        'Content-Length': Buffer.byteLength(body),
        'Barrier-Signature': signature,
        'User-Agent': 'Sandbank-Webhooks/1',
      },
    });
    outgoing.on('response', (answer) => {
      answer.on('error', () => {});
      // To its end, so that the connection can be used again; one that does not end is cut off by the signal.
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    outgoing.on('error', () => resolve(outgoing.reusedSocket && !signal.aborted ? 'CONNECTION_OVER' : 'NO_ANSWER'));
    outgoing.end(body);
  });
}
