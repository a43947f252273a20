import { randomUUID } from 'node:crypto';
import type { SandboxConfig } from '../config.ts';

/** What the tests and the institution agree on. */
export const agreed = {
  apiKey: 'an-api-key-for-tests-only',
  webhookSecret: 'a-webhook-secret-for-tests-only',
  returnOrigin: 'http://localhost:4000',
};

/** Configuration of an institution on a free port with its data in memory. */
export function testConfig(overrides: Partial<SandboxConfig> = {}): SandboxConfig {
  return {
    port: 0,
    dataFile: ':memory:',
    apiKey: agreed.apiKey,
    webhookSecret: agreed.webhookSecret,
    // Nothing listens there: what is sent stays in the outbox.
    webhookUrl: 'http://127.0.0.1:9/',
    returnOrigins: [agreed.returnOrigin],
    firstRetryMs: 20,
    ...overrides,
  };
}

/** The success card with a date that stays ahead. */
export const goodCard = { cardNumber: '4242 4242 4242 4242', expiry: '12/40', cvc: '123' };

/** The fields of a session to be opened. */
export function sessionRequest(overrides: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    amount: 12_840,
    currency: 'EUR',
    reference: 'BR-10427',
    returnUrl: `${agreed.returnOrigin}/checkout/return?order=BR-10427`,
    cancelUrl: `${agreed.returnOrigin}/checkout/cancelled`,
    expiresAt: new Date(Date.now() + 20 * 60_000).toISOString(),
    ...overrides,
  };
}

/** A session as the interface shows it. */
export type SessionAnswer = {
  id: string;
  url: string;
  state: string;
  amount: number;
  refundedAmount: number;
  currency: string;
  reference: string;
  expiresAt: string;
};

/** What `GET /v1/diagnostics` counts. */
export type Diagnostics = {
  requests: number;
  requestsWithCookie: number;
  requestsWithReferer: number;
  outbox: { pending: number; delivered: number; abandoned: number };
};

type ErrorAnswer = { code: string; message: string; field?: string; state?: string; attemptsLeft?: number };

/** An answer of the interface, with every field that any answer may have. */
export type Answer = {
  status: number;
  headers: Headers;
  json: SessionAnswer & { error: ErrorAnswer; returnUrl: string; sessionState: string };
};

/** A merchant (and its paying scripts) at the institution's interface. */
export function merchantOf(url: string, apiKey = agreed.apiKey) {
  async function call(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const type = body === undefined ? {} : { 'Content-Type': 'application/json' };
    const authorization = { Authorization: `Bearer ${apiKey}` };
    const response = await fetch(`${url}${path}`, {
      method,
      ...sent,
      headers: { ...authorization, ...type, ...headers },
    });
    return { status: response.status, headers: response.headers, json: (await response.json()) as Answer['json'] };
  }
  return {
    call,
    open: async (overrides: Record<string, unknown> = {}): Promise<SessionAnswer> => {
      const answer = await call('POST', '/v1/sessions', sessionRequest(overrides));
      if (answer.status !== 201) throw new Error(`The session was refused: ${JSON.stringify(answer.json)}`);
      return answer.json;
    },
    diagnostics: async (): Promise<Diagnostics> =>
      (await call('GET', '/v1/diagnostics')).json as unknown as Diagnostics,
    show: async (id: string): Promise<SessionAnswer> => (await call('GET', `/v1/sessions/${id}`)).json,
    expire: (id: string): Promise<Answer> => call('POST', `/v1/sessions/${id}/expire`),
    refund: (id: string, amount: number, key: string = randomUUID()): Promise<Answer> =>
      call('POST', `/v1/sessions/${id}/refunds`, { amount }, { 'Idempotency-Key': key }),
    pay: (id: string, card: Partial<typeof goodCard> = {}): Promise<Answer> =>
      call('POST', `/v1/sessions/${id}/pay`, { ...goodCard, ...card }, { Authorization: '' }),
  };
}
