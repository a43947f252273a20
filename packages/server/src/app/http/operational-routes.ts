import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, type Registry } from 'prom-client';

/** A check that must pass before the process is sent requests; it throws or answers why not. */
export type ReadinessCheck = () => Promise<void>;

/**
 * `/health/live`, `/health/ready` and `/metrics`. Metrics carry no label that a request could fill: they count kinds of
 * things, never people (P4.4).
 */
export function addOperationalRoutes(server: FastifyInstance, registry: Registry, ready: ReadinessCheck): void {
  collectDefaultMetrics({ register: registry });
  server.get('/health/live', async () => ({ status: 'ok' }));
  server.get('/health/ready', async (_request, reply) => {
    try {
      await ready();
      return { status: 'ok' };
    } catch {
      return reply.status(503).send({ status: 'unavailable' });
    }
  });
  server.get('/metrics', async (_request, reply) =>
    reply
      .type(registry.contentType)
      .header('cache-control', 'no-store')
      .send(await registry.metrics()),
  );
}
