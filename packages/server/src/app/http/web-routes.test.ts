import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { createLogger } from '../../platform/logger/logger.ts';
import { createHttpServer } from './create-http-server.ts';
import { addWebRoutes } from './web-routes.ts';

/** Stands for the web package's build, whose own part in this a browser journey holds. */
const ENTRY = `export async function render({ url, execute }) {
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
const lines: string[] = [];
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'barrier-web-'));
  mkdirSync(join(folder, 'client/assets'), { recursive: true });
  mkdirSync(join(folder, 'server'));
  writeFileSync(join(folder, 'server/entry-server.js'), ENTRY);
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
    catalogueVersion: () => 1,
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
  expect(elsewhere.headers.location).toBe('http://localhost:4000//example.com/%EF%BF%BD');
});
