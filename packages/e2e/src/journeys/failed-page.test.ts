import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';

interface Rendered {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly html: string;
  readonly route?: string;
  readonly error?: unknown;
}

it('A page whose data cannot be had says so without a script, and tells the log its route and the error', async () => {
  const entry = pathToFileURL(join(import.meta.dirname, '../../../web/dist/server/entry-server.js')).href;
  const { render } = (await import(entry)) as { render: (request: object) => Promise<Rendered> };
  const page = await render({
    url: '/en/products/calm-drops?market=EU',
    publicUrl: 'http://localhost:4000',
    execute: () => Promise.reject(new Error('The database is away.')),
  });
  expect(page).toMatchObject({ status: 500, headers: { 'cache-control': 'no-store' }, route: '/products/:slug' });
  expect(page.error).toBeInstanceOf(Error);
  expect(page.html).toContain('<h1');
  expect(page.html).not.toMatch(/database is away|calm-drops|at .*\.js:/);
});
