import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createLogger } from '../../platform/logger/logger.ts';
import { createHttpServer } from './create-http-server.ts';
import { addWebRoutes } from './web-routes.ts';

/** Stands for the web package's build, whose own part in this a browser journey holds. */
const ENTRY = `export const sitemap = {
  paths: ['/', '/products/:slug', '/ingredients/:slug'],
  languages: [{ segment: 'en', tag: 'en' }, { segment: 'zh', tag: 'zh-Hans' }],
};
export async function render({ url, execute }) {
  if (url.includes('broken')) throw new Error('testa.mustermann@example.com in ' + url);
  try {
    await execute({ hash: 'none', variables: { query: url } });
    return { status: 200, headers: {}, html: '<p>Here</p>' };
  } catch (error) {
    return { status: 500, headers: { 'cache-control': 'no-store' }, html: '<p>Sorry</p>', route: '/search', error };
  }
}`;

let folder: string;
let http: FastifyInstance;
let fail = true;
let version = 1;
let slugs: string[] = [];
const lines: string[] = [];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'barrier-web-'));
  mkdirSync(join(folder, 'client/assets'), { recursive: true });
  mkdirSync(join(folder, 'server'));
  writeFileSync(join(folder, 'server/entry-server.js'), ENTRY);
  writeFileSync(join(folder, 'client/manifest.webmanifest'), '{}');
  writeFileSync(join(folder, 'server/package.json'), '{ "type": "module" }');
  const logger = createLogger('debug', { write: (line: string) => lines.push(line) });
  http = await createHttpServer({
    logger,
    draining: { begun: false },
    publicUrl: 'http://localhost',
    secure: false,
    formTargets: [],
  });
  await addWebRoutes(http, {
    distFolder: folder,
    publicUrl: 'http://localhost:4000',
    catalogueVersion: () => version,
    names: { '/products/:slug': () => slugs },
    execute: async ({ variables }) => {
      if (fail) throw Object.assign(new Error(`No answer to ${JSON.stringify(variables)}`), { code: 'NO_ANSWER' });
      return { data: {} };
    },
  });
});
beforeEach(() => lines.splice(0));
afterAll(async () => {
  await http.close();
  rmSync(folder, { recursive: true, force: true });
});

const errors = () =>
  lines.map((line) => JSON.parse(line) as { level: number; route?: string }).filter(({ level }) => level >= 50);
const ASKED = '/en/search?q=testa.mustermann%40example.com';

it('A page that cannot be rendered is logged as an error, by the pattern of its route and nothing of who asked for what', async () => {
  fail = true;
  const answer = await http.inject(ASKED);
  expect([answer.statusCode, answer.body]).toEqual([500, '<p>Sorry</p>']);
  expect(answer.headers['cache-control']).toBe('no-store');
  expect(errors()).toMatchObject([
    {
      level: 50,
      code: 'PAGE_FAILED',
      route: '/search',
      status: 500,
      err: { code: 'NO_ANSWER' },
      msg: 'page not rendered',
    },
  ]);
  expect(lines.join('')).not.toMatch(/mustermann|q=|%40|\/en\/search/);
});

it('A failed page is not kept: the next request renders it anew, and logs nothing when it succeeds', async () => {
  fail = false;
  const answer = await http.inject(ASKED);
  expect([answer.statusCode, answer.body]).toEqual([200, '<p>Here</p>']);
  expect(errors()).toEqual([]);
});

it('A renderer that throws is logged as well, and tells the visitor nothing', async () => {
  const answer = await http.inject('/en/broken?q=testa.mustermann%40example.com');
  expect(answer.statusCode).toBe(500);
  expect(errors()).toMatchObject([{ level: 50, route: '/*', msg: 'request failed' }]);
  expect(answer.body + lines.join('')).not.toMatch(/mustermann|%40|broken/);
});

it('An address with U+0000, which no text of the graph may hold, leads to the one with the sign for what is no text', async () => {
  fail = false;
  const answer = await http.inject('/en/search?q=a%00b');
  expect(answer.statusCode).toBe(302);
  expect(answer.headers.location).toBe('http://localhost:4000/en/search?q=a%EF%BF%BDb');
  const elsewhere = await http.inject('//example.com/%00');
  expect([elsewhere.statusCode, elsewhere.headers.location]).toEqual([400, undefined]);
});

it('A page keeps from itself whatever of a browser the shop does not use, and lets it ask for passkeys', async () => {
  const { 'permissions-policy': policy } = (await http.inject('/en/search?q=serum')).headers;
  const denied = ['camera', 'microphone', 'geolocation', 'payment', 'usb', 'browsing-topics', 'interest-cohort'];
  const passkeys = ['publickey-credentials-get', 'publickey-credentials-create'];
  expect(String(policy).split(', ')).toEqual(
    expect.arrayContaining([
      ...denied.map((feature) => `${feature}=()`),
      ...passkeys.map((feature) => `${feature}=(self)`),
    ]),
  );
});

it('The sitemap has every page in every language, each with the others, and follows the catalogue', async () => {
  version = 2;
  slugs = ['calm & "drops"'];
  const one = await http.inject('/sitemap.xml');
  expect(one.headers['content-type']).toBe('application/xml; charset=utf-8');
  const addresses = [...one.body.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => address);
  expect(addresses).toEqual([
    'http://localhost:4000/en/',
    'http://localhost:4000/zh/',
    'http://localhost:4000/en/products/calm%20%26%20%22drops%22',
    'http://localhost:4000/zh/products/calm%20%26%20%22drops%22',
  ]);
  expect(one.body).toContain('<xhtml:link rel="alternate" hreflang="zh-Hans" href="http://localhost:4000/zh/"/>');
  expect(one.body).toContain('<xhtml:link rel="alternate" hreflang="x-default" href="http://localhost:4000/en/"/>');
  const again = await http.inject({ url: '/sitemap.xml', headers: { 'if-none-match': String(one.headers.etag) } });
  expect([again.statusCode, again.body]).toEqual([304, '']);

  slugs = [];
  expect((await http.inject('/sitemap.xml')).body).toBe(one.body);
  version = 3;
  expect((await http.inject('/sitemap.xml')).body).not.toContain('drops');
});

it('A sitemap of many pages is an index of files that hold each of them once', async () => {
  version = 4;
  slugs = Array.from({ length: 12_000 }, (_, at) => `product-${at}`);
  const index = await http.inject('/sitemap.xml');
  const files = [...index.body.matchAll(/<loc>http:\/\/localhost:4000([^<]*)<\/loc>/g)].map(([, path]) => path ?? '');
  expect(files).toEqual(['/sitemap-1.xml', '/sitemap-2.xml', '/sitemap-3.xml']);
  const found = new Set<string>();
  for (const file of files) {
    const { body } = await http.inject(file);
    const addresses = [...body.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address]) => address ?? '');
    expect(addresses.length).toBeLessThanOrEqual(50_000);
    expect(body.length).toBeLessThan(50e6);
    for (const address of addresses) found.add(address);
  }
  expect(found.size).toBe(2 * (1 + slugs.length));
  for (const file of ['/sitemap-4.xml', '/sitemap-0.xml', '/sitemap-x.xml']) {
    expect((await http.inject(file)).body, file).not.toContain('<urlset');
  }
});

it('robots.txt names the sitemap by its whole address, and files at the root have their types', async () => {
  const robots = await http.inject('/robots.txt');
  expect(robots.headers['content-type']).toMatch(/^text\/plain/);
  expect(robots.body).toContain('\nSitemap: http://localhost:4000/sitemap.xml\n');
  expect(robots.body).toMatch(/^User-agent: \*\nDisallow: \/graphql\n/);
  const manifest = await http.inject('/manifest.webmanifest');
  expect(manifest.headers['content-type']).toMatch(/^application\/manifest\+json/);
});
