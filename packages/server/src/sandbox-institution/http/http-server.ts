import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { ApiError } from '../api-error.ts';
import { errorAnswer, type HttpAnswer } from './http-answer.ts';
import { type HttpRequest, toHttpRequest } from './http-request.ts';

/** Counts of requests that brought what a payment institution must not get from the shop (D14). */
export type RequestCounts = { requests: number; requestsWithCookie: number; requestsWithReferer: number };

/** What the server asks of its user. */
export type HttpServerOptions = {
  answer: (request: HttpRequest) => Promise<HttpAnswer>;
  counts: RequestCounts;
  /** `Host` values answered; others are misdirected, as by DNS rebinding, or by `localhost` with the shop's cookies. */
  hosts: () => readonly string[];
};

const commonHeaders: Readonly<Record<string, string>> = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
};

/** An HTTP server that answers and keeps no record of who asked: nothing of a request is ever written anywhere. */
export function createHttpServer(options: HttpServerOptions): { server: Server; answered: () => Promise<void> } {
  const limits = { maxHeaderSize: 16 * 1024, connectionsCheckingInterval: 2000 };
  const timeouts = { headersTimeout: 10_000, requestTimeout: 15_000, keepAliveTimeout: 5000 };
  const running = new Set<Promise<void>>();
  const server = createServer({ ...limits, ...timeouts }, (message, response) => {
    const work = respond(options, message, response).finally(() => running.delete(work));
    running.add(work);
  });
  return { server, answered: async () => void (await Promise.all(running)) };
}

async function respond(options: HttpServerOptions, message: IncomingMessage, response: ServerResponse): Promise<void> {
  const { counts } = options;
  counts.requests += 1;
  if (message.headers.cookie !== undefined) counts.requestsWithCookie += 1;
  if (message.headers.referer !== undefined) counts.requestsWithReferer += 1;
  const { status, headers, body } = await answerSafely(options, message);
  // A body left unread, as after a refusal, must not be taken for the next request of the connection.
  const closing = message.complete ? {} : { Connection: 'close' };
  const length = { 'Content-Length': String(Buffer.byteLength(body)) };
  response.writeHead(status, { ...commonHeaders, ...headers, ...length, ...closing });
  response.end(message.method === 'HEAD' ? undefined : body);
}

async function answerSafely(options: HttpServerOptions, message: IncomingMessage): Promise<HttpAnswer> {
  try {
    const host = message.headers.host?.toLowerCase() ?? '';
    if (!options.hosts().includes(host)) {
      throw new ApiError(421, 'misdirected', `This institution is reached at ${options.hosts()[0]} only.`);
    }
    return await options.answer(toHttpRequest(message));
  } catch (error) {
    if (error instanceof ApiError) return errorAnswer(error);
    reportFault(error);
    return errorAnswer(new ApiError(500, 'internal', 'Something failed here. Nothing was charged by this request.'));
  }
}

/** Where in the code something failed, for the operator; not the message, which may quote what was sent. */
function reportFault(error: unknown): void {
  const stack = error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];
  const name = error instanceof Error ? error.name : typeof error;
  process.stderr.write(
    `${JSON.stringify({ level: 'error', error: name, at: stack.slice(0, 4).map((line) => line.trim()) })}\n`,
  );
}
