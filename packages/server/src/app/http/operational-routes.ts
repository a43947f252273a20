import { setTimeout as after } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, type Registry } from 'prom-client';

/** A check that must pass before the process is sent requests; it throws or answers why not. */
export type ReadinessCheck = () => Promise<void>;

/** How long the check may take; who asks mostly waits no longer than a few seconds. */
const READY_MS = 2_000;

/**
 * `/health/live`, `/health/ready` and `/metrics`. Metrics carry no label that a request could fill: they count kinds of
 * things, never people (P4.4).
 */
export function addOperationalRoutes(server: FastifyInstance, registry: Registry, ready: ReadinessCheck): void {
  collectDefaultMetrics({ register: registry });
  server.get('/health/live', async () => ({ status: 'ok' }));
  let checking: Promise<void> | null = null;
  // One at a time: a database that does not answer is not asked by each who asks here.
  const check = () => {
    checking ??= ready().finally(() => {
      checking = null;
    });
    return checking;
  };
  server.get('/health/ready', async (_request, reply) => {
    try {
      await inTime(check());
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

async function inTime(check: Promise<void>): Promise<void> {
  const over = new AbortController();
  const late = after(READY_MS, undefined, { signal: over.signal }).then(() => {
    throw new Error('The check took too long.');
  });
  await Promise.race([check, late]).finally(() => over.abort());
}
