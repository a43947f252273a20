import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shopNotFound, shopRoutes } from './shop-routes.ts';

const web = join(import.meta.dirname, '../../..');

describe('The routes of the shop', () => {
  it('name the sources that they import', () => {
    const text = readFileSync(join(import.meta.dirname, 'shop-routes.ts'), 'utf8');
    const pairs = [...text.matchAll(/'(src\/[^']+)',?\s*\(\) =>\s*import\('\.\/([^']+)'\)/g)];
    expect(pairs.map(([, source]) => source)).toEqual(pairs.map(([, , file]) => `src/surfaces/shop/${file}`));
    expect(pairs).toHaveLength(shopRoutes.length + 2);
  });

  it('name sources that there are', () => {
    for (const { page, layout } of [...shopRoutes, shopNotFound]) {
      expect(existsSync(join(web, page.source)), page.source).toBe(true);
      expect(existsSync(join(web, layout.source)), layout.source).toBe(true);
    }
  });

  it('are each at an address of their own', () => {
    const paths = shopRoutes.map(({ path }) => path);
    expect(new Set(paths).size).toBe(paths.length);
  });
});
