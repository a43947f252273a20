import { METHODS } from 'node:http';
import { type ApolloServer, HeaderMap } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { RequestContext } from '../context.ts';
import { refusal } from './refusal.ts';

/** Chooses the server (and so the schema) for a request and makes its context. */
export type GraphqlEntry = (
  request: FastifyRequest,
  reply: FastifyReply,
) => Promise<{ apollo: ApolloServer<RequestContext>; context: RequestContext }>;

/** Where GraphQL is served. */
export const GRAPHQL_PATH = '/graphql';

/** What is answered there; Fastify adds HEAD to GET. */
const ANSWERED = ['GET', 'HEAD', 'POST', 'OPTIONS'] as const;

const ALLOW = { allow: ANSWERED.join(', '), 'cache-control': 'no-store' };

/** What says that a browser asked before it sent a request for another site's page. */
const PREFLIGHTED = 'apollo-require-preflight';

/** The headers of a request that Apollo Server looks at: for its media types, and against forgery from other sites. */
const HEADERS_READ = ['accept', 'content-type', 'x-apollo-operation-name', PREFLIGHTED] as const;

const JSON_TYPE = 'application/json';

/**
 * GraphQL over HTTP at /graphql: queries by GET and POST, mutations by POST only; no answer is stored by anyone (D16). Other
 * methods learn which ones there are.
 */
export function addGraphqlRoute(server: FastifyInstance, enter: GraphqlEntry): void {
  addOtherMethods(server);
  server.route({
    method: ['GET', 'POST'],
    url: GRAPHQL_PATH,
    handler: async (request, reply) => {
      const { apollo, context } = await enter(request, reply);
      const queryStart = request.url.indexOf('?');
      const { status, headers, body } = await apollo.executeHTTPGraphQLRequest({
        httpGraphQLRequest: {
          // Apollo knows no HEAD: it is a GET whose answer Fastify leaves unsent.
          method: request.method === 'HEAD' ? 'GET' : request.method,
          headers: headersRead(request),
          search: queryStart < 0 ? '' : request.url.slice(queryStart),
          body: request.body,
        },
        context: async () => context,
      });
      if (body.kind !== 'complete') throw new Error('Incremental delivery is not offered.');
      reply.status(status ?? 200).header('cache-control', 'no-store');
      for (const [name, value] of headers) reply.header(name, value);
      return reply.send(body.string);
    },
  });
}

/**
 * 204 to OPTIONS and 405 to every other method, both with Allow and before a body is read. Nothing is allowed across
 * origins: a browser that asks for another site is told so by the headers that are not there.
 */
function addOtherMethods(server: FastifyInstance): void {
  for (const method of METHODS) {
    // Fastify routes eight methods by itself; without this the others would find nothing here.
    if (!server.supportedMethods.includes(method)) server.addHttpMethod(method);
  }
  server.route({
    method: METHODS.filter((method) => method === 'OPTIONS' || !ANSWERED.some((answered) => answered === method)),
    url: GRAPHQL_PATH,
    onRequest: (request, reply) => {
      if (request.method === 'OPTIONS') return void reply.status(204).headers(ALLOW).send();
      reply.status(405).headers(ALLOW).send(refusal('GraphQL is asked by POST, or by GET for queries.'));
    },
    handler: () => {
      throw new Error('Answered before its body was read.');
    },
  });
}

function headersRead(request: FastifyRequest): HeaderMap {
  const headers = new HeaderMap();
  for (const name of HEADERS_READ) {
    const value = request.headers[name];
    if (value !== undefined) headers.set(name, String(value));
  }
  // No page of another site sends JSON before its browser has asked. Told so in short, since Apollo would take the media type to pieces each time.
  if (request.method === 'POST' && headers.get('content-type') === JSON_TYPE) {
    headers.delete('content-type');
    headers.set(PREFLIGHTED, JSON_TYPE);
  }
  return headers;
}
