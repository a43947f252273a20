import type { FastifyInstance } from 'fastify';
import { Histogram, type Registry } from 'prom-client';

const CLASSES = ['1xx', '2xx', '3xx', '4xx', '5xx'] as const;

/**
 * `http_request_duration_seconds{route,status}`: requests by the pattern of their route and the class of their status. Never by
 * their address, which may tell who somebody is (P4.4) and has no end.
 */
export function addHttpMetrics(server: FastifyInstance, metrics: Registry): void {
  const seconds = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Time to answer requests, by pattern of the route and class of the status',
    labelNames: ['route', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [metrics],
  });
  // Made once for each route: a request only observes.
  const byRoute = new Map<string, readonly Histogram.Internal<'route' | 'status'>[]>();
  const ofRoute = (route: string) => {
    const known = byRoute.get(route);
    if (known) return known;
    const made = CLASSES.map((status) => seconds.labels({ route, status }));
    byRoute.set(route, made);
    return made;
  };
  server.addHook('onResponse', (request, reply, done) => {
    const route = ofRoute(request.routeOptions.url ?? 'none');
    route[Math.trunc(reply.statusCode / 100) - 1]?.observe(reply.elapsedTime / 1000);
    done();
  });
}
