import type { IncomingMessage } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { refusal } from './refusal.ts';

/**
 * The path and query that a request asks for. A program that takes the shop for a proxy writes the whole address before them,
 * which a server has to understand (RFC 9112, 3.2.2); where it names another host than the Host header it is left as it is.
 */
export function pathAskedFor({ url = '', headers }: IncomingMessage): string {
  if (url.startsWith('/')) return url;
  const origin = /^https?:\/\/([^/?#]*)(?=\/)/i.exec(url);
  return origin?.[1] === headers.host && origin ? url.slice(origin[0].length) : url;
}

/**
 * Refuses what is no path by now, and paths that begin as an address without its scheme does: whoever reads `//host/page` or
 * `/\host/page` against another address finds himself at that host, so no route, page or redirect gets to see one.
 */
export function addTargetCheck(server: FastifyInstance): void {
  server.addHook('onRequest', (request, reply, done) => {
    if (/^\/(?![/\\])/.test(request.url)) return done();
    reply.status(400).header('cache-control', 'no-store').send(refusal('The address is not valid.'));
  });
}
