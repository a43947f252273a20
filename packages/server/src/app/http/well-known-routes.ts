import type { FastifyInstance } from 'fastify';

/** That Global Privacy Control is honoured here, and since when it is meant as it is now. */
const GPC = { gpc: true, lastUpdate: '2026-11-27' } as const;

/** What programs look for under fixed names: `/.well-known/gpc.json` (W3C Global Privacy Control, P6.5). */
export function addWellKnownRoutes(http: FastifyInstance): void {
  http.get('/.well-known/gpc.json', async (_request, reply) =>
    reply.header('cache-control', 'public, max-age=86400').type('application/json').send(JSON.stringify(GPC)),
  );
}
