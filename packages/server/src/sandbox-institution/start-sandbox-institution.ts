import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApiError, notFound } from './api-error.ts';
import type { SandboxConfig } from './config.ts';
import { type Database, openDatabase } from './database.ts';
import type { HttpAnswer } from './http/http-answer.ts';
import type { HttpRequest } from './http/http-request.ts';
import { createHttpServer, type RequestCounts } from './http/http-server.ts';
import { answerIdentity } from './http/identity-route.ts';
import { answerMerchant } from './http/merchant-routes.ts';
import { answerHome, answerPayer } from './http/payer-routes.ts';
import { answerPayingScript } from './http/paying-script-route.ts';
import type { Institution } from './institution.ts';
import { icon } from './page/page-frame.ts';
import { expireOverdueSessions } from './sessions/expire-session.ts';
import { pruneIdempotentAnswers } from './sessions/idempotency.ts';
import { reopenInterruptedSessions } from './sessions/pay-session.ts';
import { startWebhookDelivery } from './webhooks/webhook-delivery.ts';
import { countOutbox, pruneOutbox, resumeOutbox } from './webhooks/webhook-outbox.ts';

/** A running institution. */
export type RunningInstitution = {
  /** Its origin, as payers reach it. */
  url: string;
  /** Answers what it has begun, then stops; webhooks not yet taken stay in the outbox. */
  close: () => Promise<void>;
};

const LOOPBACK = '127.0.0.1';
const SWEEP_EVERY_MS = 1000;

/**
 * Starts the institution on 127.0.0.1. Rejects with the system's EADDRINUSE when the port is taken, and with a
 * ConfigurationError when the data file cannot be used.
 */
export async function startSandboxInstitution(config: SandboxConfig): Promise<RunningInstitution> {
  const counts: RequestCounts = { requests: 0, requestsWithCookie: 0, requestsWithReferer: 0 };
  let hosts: string[] = [];
  let answer = (_request: HttpRequest): Promise<HttpAnswer> =>
    Promise.reject(new ApiError(503, 'starting', 'Starting.'));
  const { server, answered } = createHttpServer({ answer: (request) => answer(request), counts, hosts: () => hosts });
  // The port first: of two that start, the later one must find it taken before it touches the data.
  const listening = await listen(server, config.port);
  const url = config.publicUrl ?? `http://${listening}`;
  hosts = [new URL(url).host, listening];

  const database = openOrStop(config.dataFile, server);
  const now = config.now ?? Date.now;
  resumeOutbox(database);
  pruneOutbox(database, now());
  pruneIdempotentAnswers(database, now());
  const { webhookUrl, webhookSecret: secret, firstRetryMs = 1000 } = config;
  const delivery = startWebhookDelivery({ database, url: webhookUrl, secret, firstRetryMs, now });
  const closing = new AbortController();
  const institution: Institution = {
    database,
    now,
    webhookWritten: delivery.wake,
    merchantName: config.merchantName ?? 'Barrier',
    publicUrl: url,
    returnOrigins: config.returnOrigins,
    lateWebhookMs: config.lateWebhookMs ?? 15_000,
    authorisationMs: config.authorisationMs ?? 0,
    closing: closing.signal,
  };
  reopenInterruptedSessions(institution);
  const diagnostics = () => ({ ...counts, outbox: countOutbox(database) });
  answer = (request) => route(institution, { ...config, diagnostics }, request);
  const sweep = setInterval(() => expireOverdueSessions(institution), SWEEP_EVERY_MS);

  return {
    url,
    close: async () => {
      clearInterval(sweep);
      closing.abort();
      const closed = once(server, 'close');
      server.close();
      await answered();
      server.closeAllConnections();
      await Promise.all([closed, delivery.close()]);
      database.close();
    },
  };
}

async function route(
  institution: Institution,
  access: Parameters<typeof answerMerchant>[1] & SandboxConfig,
  request: HttpRequest,
): Promise<HttpAnswer> {
  const [area, collection, id, act, ...rest] = request.path;
  if (area === undefined && request.method === 'GET') return answerHome(request);
  if (area === 'pay') return answerPayer(institution, request);
  const isPayment = collection === 'sessions' && id !== undefined && act === 'pay' && rest.length === 0;
  if (area === 'v1' && isPayment && request.method === 'POST') return answerPayingScript(institution, request);
  const isIdentity = area === 'v1' && collection === 'identity' && id === undefined;
  if (isIdentity && request.method === 'GET') return answerIdentity(access, request);
  if (area === 'v1') return answerMerchant(institution, access, request);
  if (area === 'icon.svg' && collection === undefined) {
    return { status: 200, headers: { 'Content-Type': 'image/svg+xml' }, body: icon };
  }
  throw notFound();
}

async function listen(server: Server, port: number): Promise<string> {
  server.listen(port, LOOPBACK);
  await once(server, 'listening');
  return `${LOOPBACK}:${(server.address() as AddressInfo).port}`;
}

function openOrStop(dataFile: string, server: Server): Database {
  try {
    return openDatabase(dataFile);
  } catch (error) {
    server.close();
    throw error;
  }
}
