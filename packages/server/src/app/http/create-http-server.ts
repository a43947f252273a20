import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import type { Logger } from 'pino';
import type { Draining } from './close-gently.ts';
import { GRAPHQL_PATH } from './graphql-route.ts';
import { addHostCheck } from './host-check.ts';
import { refusal } from './refusal.ts';
import { addTargetCheck, pathAskedFor } from './request-target.ts';
import { type SecurityOptions, securityHeaders } from './security-headers.ts';

/** Largest request body in bytes; the largest input, an order, needs a few kilobytes. */
const BODY_LIMIT = 128 * 1024;

/** What the HTTP server needs to know. */
export interface HttpServerOptions extends SecurityOptions {
  readonly logger: Logger;
  readonly draining: Draining;
  /** Where the shop is reached; requests under other names are not served. */
  readonly publicUrl: string;
}

/**
 * The bare HTTP server: limits, compression, cookies and security headers. Requests are logged by method, route
 * pattern and status only: an address or URL may tell who somebody is (P2.3, P4.4).
 */
export async function createHttpServer(options: HttpServerOptions): Promise<FastifyInstance> {
  const { page, data } = securityHeaders(options);
  const server = Fastify({
    loggerInstance: options.logger as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT,
    requestTimeout: 30_000,
    keepAliveTimeout: 72_000,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    rewriteUrl: pathAskedFor,
    routerOptions: { maxParamLength: 300 },
    // What the router itself refuses passes no hook, and its own answer would repeat the address.
    frameworkErrors: (error, _request, reply: FastifyReply) => {
      void reply
        .headers(data)
        .status(error.statusCode ?? 400)
        .header('cache-control', 'no-store')
        .send(refusal('The address is not valid.'));
    },
  });
  await server.register(cookie);
  await server.register(compress, {
    threshold: 1024,
    // Requests are small; what unfolds to many times its size would only serve to tire the server.
    globalDecompression: false,
    // Brotli at its default quality of 11 costs far more than it saves on answers made for one request.
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  });
  server.addHook('onRequest', (request, reply, done) => {
    reply.headers(request.url.startsWith(GRAPHQL_PATH) ? data : page);
    // Whoever asks again asks another process.
    if (options.draining.begun) reply.header('connection', 'close');
    done();
  });
  addTargetCheck(server);
  addHostCheck(server, options.publicUrl);
  // A hook costs every request something, even where nothing comes of it.
  if (options.logger.isLevelEnabled('debug')) server.addHook('onResponse', logResponse);
  server.setNotFoundHandler((_request, reply) => {
    reply
      .status(404)
      .header('cache-control', 'no-store')
      .send(refusal('There is nothing at this address.', 'NOT_FOUND'));
  });
  server.setErrorHandler((error: Error & { statusCode?: number; code?: string }, request, reply) => {
    const status = error.statusCode && error.statusCode >= 400 && error.statusCode < 500 ? error.statusCode : 500;
    if (status === 500) request.log.error({ err: error, route: request.routeOptions.url }, 'request failed');
    reply
      .status(status)
      // Before a route has its say: a body that was not taken never came to where the route forbids keeping.
      .header('cache-control', 'no-store')
      .send(
        status === 500
          ? refusal('Something went wrong on our side. Please try again.', 'INTERNAL')
          : refusal(REQUEST_ERRORS[status] ?? 'The request is not valid.'),
      );
  });
  return server;
}

async function logResponse(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const { method, routeOptions } = request;
  const facts = { method, route: routeOptions.url, status: reply.statusCode, ms: Math.round(reply.elapsedTime) };
  request.log.debug(facts, 'request');
}

const REQUEST_ERRORS: Readonly<Record<number, string>> = {
  413: `The request is larger than ${BODY_LIMIT / 1024} kB.`,
  415: 'The request is of a content type that is not taken here.',
};
