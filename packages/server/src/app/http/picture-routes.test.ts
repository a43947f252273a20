import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestShop, type TestShop } from '../../../test/shop/open-test-shop.ts';
import { until } from '../../../test/shop/until.ts';

interface Picture {
  readonly url: string;
  readonly template: string;
  readonly widths: number[];
  readonly formats: string[];
  readonly placeholder: string;
}

describe('The pictures of the catalogue', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'barrier-pictures-'));
  let shop: TestShop;
  let picture: Picture;
  beforeAll(async () => {
    shop = await openTestShop({ SEED_DEMO: 'true', DATA_DIR: dataDir });
    const query = '{ products(first: 1) { nodes { pictures { url template widths formats placeholder } } } }';
    const answer = await fetch(`${shop.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    const { data } = (await answer.json()) as { data: { products: { nodes: { pictures: Picture[] }[] } } };
    picture = data.products.nodes[0]?.pictures[1] as Picture;
  });
  afterAll(async () => {
    await shop.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const rendition = (width: number, format: string) =>
    picture.template.replace('{width}', String(width)).replace('{format}', format.toLowerCase());
  const get = (path: string) => fetch(`${shop.url}${path}`);

  it('are drawn where they are not rendered yet, and rendered meanwhile in every width', async () => {
    const early = await get(rendition(640, 'avif'));
    expect(early.headers.get('content-type')).toBe('image/svg+xml');
    expect(early.headers.get('cache-control')).toBe('no-store');
    expect(await early.text()).toMatch(/^<svg/);
    // The largest is made last.
    await until(
      'the picture is rendered',
      async () => (await get(rendition(1200, 'webp'))).headers.get('content-type') === 'image/webp',
    );
    expect(picture.formats).toEqual(['AVIF', 'WEBP', 'PNG']);
    for (const format of ['AVIF', 'WEBP']) {
      for (const width of picture.widths) {
        const answer = await get(rendition(width, format));
        expect(answer.headers.get('content-type')).toBe(`image/${format.toLowerCase()}`);
        expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
        const seen = await sharp(await answer.arrayBuffer()).metadata();
        expect([seen.width, seen.height]).toEqual([width, (width * 5) / 4]);
      }
    }
  }, 60_000);

  it('are waited for as PNG, which is asked for by what may not know a drawing', async () => {
    // A machine that has much to do takes longer than a request waits; then the drawing is answered once more.
    let answer = await get(rendition(320, 'png'));
    await until('it is a PNG', async () => {
      if (answer.headers.get('content-type') === 'image/png') return true;
      answer = await get(rendition(320, 'png'));
      return false;
    });
    expect((await sharp(await answer.arrayBuffer()).metadata()).format).toBe('png');
  }, 60_000);

  it('are stood in for by a few colours in less than 1 kB', () => {
    expect(picture.placeholder).toMatch(/^data:image\/svg\+xml,[^"#<>\s]*%3Csvg/);
    expect(picture.placeholder.length).toBeLessThan(1_000);
  });

  it('are not found under a width, name or hash that there is not', async () => {
    const paths = [
      rendition(641, 'avif'),
      rendition(640, 'gif'),
      rendition(640, 'avif').replace(/[0-9a-f](?=-640)/, (digit) => (digit === '0' ? '1' : '0')),
      '/pictures/%2e%2e%2fsecrets.json',
    ];
    for (const path of paths) expect((await get(path)).status).toBe(404);
  });
});
