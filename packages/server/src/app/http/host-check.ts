import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { refusal } from './refusal.ts';

/**
 * Under which name a request reached the shop: the public one, another name of this machine, the very address that the
 * connection came in by, or a name that is not ours.
 */
export type HostKind = 'public' | 'loopback' | 'own-address' | 'foreign';

/** What programs on this machine call: scripts, and the payment institution with its reports. */
const FOR_PROGRAMS =
  /^\/(?:graphql|webhooks\/payment|orders\/invoice|download|health\/live|health\/ready|metrics)(?:\?|$)/;

/** What probes and collectors call, by the address of the machine. It tells of processes and never of people. */
const FOR_PROBES = /^\/(?:health\/live|health\/ready|metrics)(?:\?|$)/;

/** How many names are kept as they were read; anybody may make names up. */
const KEPT_NAMES = 100;

const LOOPBACK_NAMES: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Tells under which name a request came. A page of another site can have its own name lead to this machine (DNS rebinding)
 * and would then read what the shop answers; the Host header still says the name it used.
 */
export function hostKindOf(publicUrl: string): (request: FastifyRequest) => HostKind {
  const { host: publicHost, protocol } = new URL(publicUrl);
  // A program calls by one name, and reading a name as URLs do costs a call several times what the check does.
  const known = new LRUCache<string, HostName>({ max: KEPT_NAMES });
  return (request) => {
    const host = request.headers.host ?? '';
    if (host === publicHost) return 'public';
    const name = known.get(host) ?? readHostName(host, protocol);
    known.set(host, name);
    // A host is written as URLs do: in lower case, without the port that goes without saying.
    if (name.host === publicHost) return 'public';
    const { localAddress, localPort } = request.socket;
    if (name.port !== localPort) return 'foreign';
    if (LOOPBACK_NAMES.has(name.hostname)) return 'loopback';
    return name.hostname.replace(/^\[|\]$/g, '') === localAddress?.replace(/^::ffff:/, '') ? 'own-address' : 'foreign';
  };
}

/** A Host header as URLs are read; nothing in it if it cannot be. */
interface HostName {
  readonly host: string | null;
  readonly hostname: string;
  readonly port: number | null;
}

const UNREADABLE: HostName = { host: null, hostname: '', port: null };

function readHostName(host: string, protocol: string): HostName {
  // Beyond names, addresses and ports a URL would be read differently from a Host header.
  if (!/^(?:[a-z\d.-]+|\[[a-f\d:.]+\])(?::\d{1,5})?$/i.test(host) || !URL.canParse(`${protocol}//${host}`)) {
    return UNREADABLE;
  }
  const { hostname, port } = new URL(`http://${host}`);
  return { host: new URL(`${protocol}//${host}`).host, hostname, port: Number(port || 80) };
}

/**
 * Lets requests in by name. Under the public name everything is served. Under another name of this machine pages lead to
 * the public one, since cookies ignore ports and those set at 127.0.0.1 would be sent to the payment institution (D14);
 * programs are answered there. Under any other name there is nothing.
 */
export function addHostCheck(server: FastifyInstance, publicUrl: string): void {
  const kindOf = hostKindOf(publicUrl);
  server.addHook('onRequest', (request, reply, done) => {
    const kind = kindOf(request);
    if (kind === 'public') return done();
    if (kind === 'own-address' && FOR_PROBES.test(request.url)) return done();
    if (kind === 'loopback') {
      const read = request.method === 'GET' || request.method === 'HEAD';
      if (FOR_PROGRAMS.test(request.url) || !read) return done();
      return void toPublicName(request, reply, publicUrl);
    }
    misdirected(reply, publicUrl);
  });
}

function toPublicName(request: FastifyRequest, reply: FastifyReply, publicUrl: string): FastifyReply {
  // Not to be kept: PUBLIC_URL may be another tomorrow.
  return reply.header('cache-control', 'no-store').redirect(`${publicUrl}${request.url}`, 308);
}

function misdirected(reply: FastifyReply, publicUrl: string): void {
  const message = `This shop answers at ${publicUrl} and under no other name. If it should, its operator sets PUBLIC_URL.`;
  reply.status(421).header('cache-control', 'no-store').send(refusal(message));
}
