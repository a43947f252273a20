import { type ApolloServer, HeaderMap } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { RequestContext } from '../context.ts';

/** Chooses the server (and so the schema) for a request and makes its context. */
export type GraphqlEntry = (
  request: FastifyRequest,
  reply: FastifyReply,
) => Promise<{ apollo: ApolloServer<RequestContext>; context: RequestContext }>;

/** Where GraphQL is served. */
export const GRAPHQL_PATH = '/graphql';

/** The headers of a request that Apollo Server looks at: for its media types, and against forgery from other sites. */
const HEADERS_READ = ['accept', 'content-type', 'x-apollo-operation-name', 'apollo-require-preflight'] as const;

/** GraphQL over HTTP at /graphql: queries by GET and POST, mutations by POST only; no answer is stored by anyone (D16). */
export function addGraphqlRoute(server: FastifyInstance, enter: GraphqlEntry): void {
  server.route({
    method: ['GET', 'POST'],
    url: GRAPHQL_PATH,
    handler: async (request, reply) => {
      const { apollo, context } = await enter(request, reply);
      const queryStart = request.url.indexOf('?');
      const { status, headers, body } = await apollo.executeHTTPGraphQLRequest({
        httpGraphQLRequest: {
          method: request.method,
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

function headersRead(request: FastifyRequest): HeaderMap {
  const headers = new HeaderMap();
  for (const name of HEADERS_READ) {
    const value = request.headers[name];
    if (value !== undefined) headers.set(name, String(value));
  }
  return headers;
}
