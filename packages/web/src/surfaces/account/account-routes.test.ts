import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { shopNotFound, shopRoutes } from '../shop/shop-routes.ts';
import { accountRoutes } from './account-routes.ts';

const web = join(import.meta.dirname, '../../..');
const routes = accountRoutes(shopNotFound.layout);

it('The pages of the account are one chunk, of a source that there is, at addresses that the shop has not', () => {
  const sources = new Set(routes.map(({ page }) => page.source));
  expect(sources.size).toBe(1);
  for (const source of sources) expect(existsSync(join(web, source)), source).toBe(true);
  const taken = new Set(shopRoutes.map(({ path }) => path));
  for (const { path } of routes) expect(taken.has(path), path).toBe(false);
});
