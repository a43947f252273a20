import { type LookupAddress, type LookupOptions, lookup as systemLookup } from 'node:dns';
import { get as getHttp, type IncomingMessage } from 'node:http';
import { get as getHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPublicAddress } from './public-address.ts';

/** Why an address was not fetched, in words for whoever gave it. */
export class NotFetched extends Error {
  override name = 'NotFetched';
}

/** Finds the addresses of a name, as `dns.lookup` with `all` does. */
export type LookupAll = (
  hostname: string,
  options: LookupOptions & { all: true },
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/** What may be fetched. */
export interface GuardedGetOptions {
  readonly headers?: Readonly<Record<string, string>>;
  readonly mostBytes: number;
  /** For everything together, redirects included. */
  readonly withinMs: number;
  readonly lookup?: LookupAll;
  /** Which IP addresses may be connected to. For tests, whose server is on loopback; otherwise the public ones. */
  readonly mayConnect?: (address: string) => boolean;
}

/** What was answered in the end. */
export interface Fetched {
  readonly status: number;
  readonly etag: string | null;
  readonly bytes: Buffer;
}

const MOST_REDIRECTS = 3;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * Gets what is at an address that a stranger gave, without being led into the machine's own network (SSRF): every address a name
 * leads to is looked at, and the connection goes to one of those looked at, so that a name cannot be answered differently in between. A
 * redirect is looked at like the address itself.
 * @throws {NotFetched}
 */
export async function guardedGet(address: string, options: GuardedGetOptions): Promise<Fetched> {
  const signal = AbortSignal.timeout(options.withinMs);
  try {
    return await follow(address, options, signal);
  } catch (error) {
    throw signal.aborted ? new NotFetched('it took too long') : inWords(error);
  }
}

async function follow(address: string, options: GuardedGetOptions, signal: AbortSignal): Promise<Fetched> {
  let url = readUrl(address);
  for (let redirects = 0; ; redirects++) {
    const response = await request(url, options, signal);
    const { statusCode: status = 0, headers } = response;
    if (!REDIRECTS.has(status)) {
      return { status, etag: headers.etag ?? null, bytes: await readBody(response, options.mostBytes) };
    }
    response.destroy();
    if (redirects >= MOST_REDIRECTS) throw new NotFetched('it is redirected too often');
    if (headers.location === undefined) throw new NotFetched('it is redirected to nowhere');
    url = readUrl(headers.location, url);
  }
}

function readUrl(address: string, base?: URL): URL {
  const url = URL.parse(address, base?.href);
  if (!url || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    throw new NotFetched('only http and https addresses are fetched');
  }
  if (url.username !== '' || url.password !== '') throw new NotFetched('an address with a password is not fetched');
  return url;
}

function request(url: URL, options: GuardedGetOptions, signal: AbortSignal): Promise<IncomingMessage> {
  const { headers = {}, lookup = systemLookup, mayConnect = isPublicAddress } = options;
  // A literal address is connected to without any lookup.
  const literal = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(literal) && !mayConnect(literal)) return Promise.reject(notPublic());
  const get = url.protocol === 'https:' ? getHttps : getHttp;
  const guarded = { headers, signal, agent: false as const, lookup: guardedLookup(lookup, mayConnect) };
  return new Promise((resolve, reject) => {
    get(url, guarded, resolve).on('error', reject);
  });
}

/** A lookup that fails if any of the addresses may not be connected to: whoever mixes such among others means no good. */
function guardedLookup(lookup: LookupAll, mayConnect: (address: string) => boolean): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error || !first) callback(error ?? new NotFetched('its host is not known'), '');
      else if (!addresses.every(({ address }) => mayConnect(address))) callback(notPublic(), '');
      else if (options.all) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}

async function readBody(response: IncomingMessage, mostBytes: number): Promise<Buffer> {
  const tooLarge = () => new NotFetched(`it has more than ${Math.round(mostBytes / 1_000_000)} MB`);
  if (Number(response.headers['content-length'] ?? 0) > mostBytes) {
    response.destroy();
    throw tooLarge();
  }
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > mostBytes) throw tooLarge();
      chunks.push(chunk);
    }
  } finally {
    response.destroy();
  }
  return Buffer.concat(chunks);
}

function notPublic(): NotFetched {
  return new NotFetched('its host is not on the public internet');
}

const WORDS: Readonly<Record<string, string>> = {
  ENOTFOUND: 'its host is not known',
  EAI_AGAIN: 'its host is not known',
  ECONNREFUSED: 'its host does not answer',
  ECONNRESET: 'the connection broke off',
};

function inWords(error: unknown): NotFetched {
  if (error instanceof NotFetched) return error;
  const { code = '' } = error as NodeJS.ErrnoException;
  return new NotFetched(WORDS[code] ?? `it could not be fetched (${code || 'no reason given'})`);
}
