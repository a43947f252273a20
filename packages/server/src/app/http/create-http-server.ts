import { constants } from 'node:zlib';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify';
import type { Logger } from 'pino';

/** Largest request body in bytes; the largest input, an order, needs a few kilobytes. */
const BODY_LIMIT = 128 * 1024;

/** What the HTTP server needs to know. */
export interface HttpServerOptions {
  readonly logger: Logger;
  /** Whether the site is served over TLS, so that browsers may be told to insist on it. */
  readonly secure: boolean;
  /** Origins besides the site's own to which a form may lead: the payment page. */
  readonly formTargets: readonly string[];
}

/**
 * The bare HTTP server: limits, compression, cookies and security headers. Requests are logged by method, route
 * pattern and status only: an address or URL may tell who somebody is (P2.3, P4.4).
 */
export async function createHttpServer(options: HttpServerOptions): Promise<FastifyInstance> {
  const server = Fastify({
    loggerInstance: options.logger as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT,
    requestTimeout: 30_000,
    keepAliveTimeout: 72_000,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    routerOptions: { maxParamLength: 300 },
  });
  await server.register(cookie);
  await server.register(compress, {
    threshold: 1024,
    // Brotli at its default quality of 11 costs far more than it saves on answers made for one request.
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
  });
  await server.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        // React sets style attributes for positions and sizes; no style element or attribute comes from data.
        styleSrcAttr: ["'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'https:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        formAction: ["'self'", ...options.formTargets],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
        ...(options.secure ? { upgradeInsecureRequests: [] } : {}),
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: options.secure ? { maxAge: 63_072_000, includeSubDomains: true } : false,
    crossOriginEmbedderPolicy: false,
  });
  server.addHook('onResponse', async (request, reply) => {
    request.log.debug(
      {
        method: request.method,
        route: request.routeOptions.url,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'request',
    );
  });
  server.setErrorHandler((error: Error & { statusCode?: number; code?: string }, request, reply) => {
    const status = error.statusCode && error.statusCode >= 400 && error.statusCode < 500 ? error.statusCode : 500;
    if (status === 500) request.log.error({ err: error, route: request.routeOptions.url }, 'request failed');
    reply.status(status).send({
      errors: [
        status === 500
          ? { message: 'Something went wrong on our side. Please try again.', extensions: { code: 'INTERNAL' } }
          : { message: REQUEST_ERRORS[status] ?? 'The request is not valid.', extensions: { code: 'BAD_USER_INPUT' } },
      ],
    });
  });
  return server;
}

const REQUEST_ERRORS: Readonly<Record<number, string>> = {
  413: `The request is larger than ${BODY_LIMIT / 1024} kB.`,
  415: 'The request is of a content type that is not taken here.',
};
