import { type ApolloServer, HeaderMap } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { RequestContext } from '../context.ts';

/** Chooses the server (and so the schema) for a request and makes its context. */
export type GraphqlEntry = (
  request: FastifyRequest,
  reply: FastifyReply,
) => Promise<{ apollo: ApolloServer<RequestContext>; context: RequestContext }>;

/** GraphQL over HTTP at /graphql: queries by GET and POST, mutations by POST only; no answer is stored by anyone (D16). */
export function addGraphqlRoute(server: FastifyInstance, enter: GraphqlEntry): void {
  server.route({
    method: ['GET', 'POST'],
    url: '/graphql',
    handler: async (request, reply) => {
      const { apollo, context } = await enter(request, reply);
      const headers = new HeaderMap();
      for (const [name, value] of Object.entries(request.headers)) {
        if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
      }
      const queryStart = request.url.indexOf('?');
      const response = await apollo.executeHTTPGraphQLRequest({
        httpGraphQLRequest: {
          method: request.method,
          headers,
          search: queryStart < 0 ? '' : request.url.slice(queryStart),
          body: request.body,
        },
        context: async () => context,
      });
      reply.status(response.status ?? 200);
      for (const [name, value] of response.headers) reply.header(name, value);
      reply.header('cache-control', 'no-store');
      if (response.body.kind !== 'complete') throw new Error('Incremental delivery is not offered.');
      return reply.send(response.body.string);
    },
  });
}
