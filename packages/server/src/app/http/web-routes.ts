import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import staticFiles from '@fastify/static';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import { LRUCache } from 'lru-cache';
import type { SiteLanguage } from './sitemap.ts';
import { addSitemapRoutes, type SitemapOptions } from './sitemap-routes.ts';

/** A page's query, run in the process for a visitor without any right. */
export interface PageQuery {
  readonly hash: string;
  readonly variables: Record<string, unknown>;
}

/** What the web build's server entry offers (packages/web/src/app/entry-server.tsx). */
export interface PageRenderer {
  /** Paths, patterns and languages of the pages that search engines may list. */
  readonly sitemap: { readonly paths: readonly string[]; readonly languages: readonly SiteLanguage[] };
  render(request: {
    url: string;
    acceptLanguage?: string;
    publicUrl: string;
    execute: (query: PageQuery) => Promise<unknown>;
  }): Promise<RenderedPage>;
}

/** A page as the renderer answers it. */
export interface RenderedPage {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly html: string;
  /** The pattern of the route of a page that failed, such as `/products/:slug`. */
  readonly route?: string;
  /** Why it failed; for the log alone. */
  readonly error?: unknown;
}

/** What the web routes need. */
export interface WebRoutesOptions {
  /** The web package's `dist` folder. */
  readonly distFolder: string;
  readonly publicUrl: string;
  readonly execute: (query: PageQuery) => Promise<unknown>;
  /** Rises with each change of the catalogue; a rendered page is kept for one version only (D19). */
  readonly catalogueVersion: () => number;
  /** The names of what has a page of its own, by the pattern of its address. */
  readonly names: SitemapOptions['names'];
}

/**
 * The playground's own policy (D19): its editor, Monaco, makes style elements and works in workers; all of it comes from the
 * site, and no script is inline there either.
 */
const PLAYGROUND_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self' blob:",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** How many rendered pages are kept. */
const PAGES = 500;

/** How much memory (bytes) they may take together. */
const KEPT_BYTES = 64 * 2 ** 20;

/** For how long (milliseconds), since what is agreed with third parties changes without a version of the catalogue. */
const KEPT_FOR = 60_000;

/** The site: hashed assets, and pages rendered once for everyone by path, language and catalogue version (D19). */
export async function addWebRoutes(server: FastifyInstance, options: WebRoutesOptions): Promise<void> {
  const client = join(options.distFolder, 'client');
  const entry = join(options.distFolder, 'server/entry-server.js');
  if (!existsSync(client) || !existsSync(entry)) throw new Error('The web package is not built. Run: pnpm build');
  const { render, sitemap } = (await import(pathToFileURL(entry).href)) as PageRenderer;

  await server.register(staticFiles, {
    root: join(client, 'assets'),
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
    preCompressed: true,
    decorateReply: true,
  });
  for (const file of rootFilesOf(client)) {
    server.get(`/${file}`, (_request, reply) => reply.sendFile(file, client, { maxAge: '1h', immutable: false }));
  }
  addSitemapRoutes(server, { ...options, ...sitemap });

  const pages = new LRUCache<string, RenderedPage & { etag: string }>({
    max: PAGES,
    maxSize: KEPT_BYTES,
    ttl: KEPT_FOR,
    ttlAutopurge: true,
    sizeCalculation: ({ html }, key) => 2 * (html.length + key.length),
  });
  server.get('/*', async (request, reply) => {
    // No text of the graph holds U+0000, so no page asks for it; the sign that stands for what is no text takes its place.
    if (request.url.includes('%00')) {
      return reply.redirect(options.publicUrl.replace(/\/$/, '') + request.url.replaceAll('%00', '%EF%BF%BD'));
    }
    const acceptLanguage = request.headers['accept-language'];
    // The language of a page stands in its path; only where it does not may the header decide.
    const localised = /^\/(en|de|zh)(\/|\?|$)/.test(request.url);
    const key = `${options.catalogueVersion()}|${localised ? '' : (acceptLanguage ?? '')}|${request.url}`;
    let page = pages.get(key);
    if (!page) {
      const rendered = await render({
        url: request.url,
        ...(acceptLanguage ? { acceptLanguage } : {}),
        publicUrl: options.publicUrl,
        execute: options.execute,
      });
      if (rendered.status >= 500) logFailure(request.log, rendered);
      page = { ...rendered, etag: `"${createHash('sha256').update(rendered.html).digest('base64url').slice(0, 22)}"` };
      if (rendered.status === 200) pages.set(key, page);
    }
    reply.headers({
      vary: 'Accept-Language',
      'cache-control': 'no-cache',
      etag: page.etag,
      ...page.headers,
    });
    if (/^\/playground\/?(\?|$)/.test(request.url)) reply.header('content-security-policy', PLAYGROUND_POLICY);
    if (page.status === 200 && request.headers['if-none-match'] === page.etag) return reply.status(304).send();
    return reply.status(page.status).type('text/html; charset=utf-8').send(page.html);
  });
}

/** What browsers and others look for beside the pages, under fixed names: icons, the manifest, the picture for sharing. */
function rootFilesOf(client: string): string[] {
  return readdirSync(client, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map(({ name }) => name);
}

/** Logs that a page failed, by the pattern of its route: the address itself may hold what somebody searched for (P4.4). */
function logFailure(log: FastifyBaseLogger, { status, route, error }: RenderedPage): void {
  const err = error instanceof Error ? error : new Error('A page failed without an error.');
  log.error({ err, code: 'PAGE_FAILED', route: route ?? 'unknown', status }, 'page not rendered');
}

/** The documents that the web build trusts, by hash: they may be sent without their text (D17). */
export function readTrustedDocuments(distFolder: string): ReadonlyMap<string, string> {
  const file = join(distFolder, 'trusted-documents.json');
  if (!existsSync(file)) return new Map();
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  return new Map(Object.entries(manifest).map(([hash, document]) => [hash.replace(/^sha256:/, ''), document]));
}
