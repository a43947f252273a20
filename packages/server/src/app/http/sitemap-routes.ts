import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { LRUCache } from 'lru-cache';
import { type SiteLanguage, Sitemap } from './sitemap.ts';

/** What the sitemap is made of. */
export interface SitemapOptions {
  readonly publicUrl: string;
  readonly languages: readonly SiteLanguage[];
  /** Paths of single pages, and patterns with one parameter, such as `/products/:slug`. */
  readonly paths: readonly string[];
  /** The names of what the catalogue has, by the pattern of their pages; a pattern that is not named has no pages. */
  readonly names: Readonly<Record<string, () => Iterable<string>>>;
  readonly catalogueVersion: () => number;
}

/** A file with the name of its content. */
interface MadeFile {
  readonly text: string;
  readonly etag: string;
}

/** Files that are kept as they were made; each has a few megabytes. */
const KEPT_FILES = 4;

/** Addresses that are of one visitor alone, or no pages. */
const NOT_FOR_ROBOTS = ['/graphql', '/*/checkout', '/*/track', '/playground'];

/** `robots.txt`, and the sitemap that it names, made once for each version of the catalogue. */
export function addSitemapRoutes(server: FastifyInstance, options: SitemapOptions): void {
  const { publicUrl, catalogueVersion } = options;
  let held: { version: number; sitemap: Sitemap; made: LRUCache<string, MadeFile> } | undefined;
  const current = () => {
    const version = catalogueVersion();
    if (held?.version !== version) {
      const sitemap = new Sitemap(publicUrl, options.languages, listPaths(options));
      held = { version, sitemap, made: new LRUCache({ max: KEPT_FILES }) };
    }
    return held;
  };
  const answer = (request: FastifyRequest, reply: FastifyReply, name: string, make: (sitemap: Sitemap) => string) => {
    const { sitemap, made } = current();
    const { text, etag } = made.get(name) ?? finish(make(sitemap));
    made.set(name, { text, etag });
    reply.headers({ 'cache-control': 'no-cache', etag });
    if (request.headers['if-none-match'] === etag) return reply.status(304).send();
    return reply.type('application/xml; charset=utf-8').send(text);
  };

  server.get('/sitemap.xml', (request, reply) => answer(request, reply, 'root', (sitemap) => sitemap.root()));
  server.get<{ Params: { number: string } }>('/sitemap-:number(^[1-9]\\d{0,5}$).xml', (request, reply) => {
    const number = Number(request.params.number);
    if (number > current().sitemap.files) return reply.callNotFound();
    return answer(request, reply, String(number), (sitemap) => sitemap.file(number));
  });
  const robots = [
    'User-agent: *',
    ...NOT_FOR_ROBOTS.map((path) => `Disallow: ${path}`),
    '',
    `Sitemap: ${publicUrl}/sitemap.xml`,
    '',
  ].join('\n');
  server.get('/robots.txt', (_request, reply) =>
    reply.type('text/plain; charset=utf-8').header('cache-control', 'public, max-age=3600').send(robots),
  );
}

function finish(text: string): MadeFile {
  return { text, etag: `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"` };
}

function listPaths({ paths, names }: SitemapOptions): string[] {
  return paths.flatMap((path) => {
    const [before = '', parameter] = path.split(':');
    if (parameter === undefined) return [path];
    return Array.from(names[path]?.() ?? [], (name) => before + encodeURIComponent(name));
  });
}
