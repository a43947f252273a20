import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { CatalogueSnapshot } from '../../src/features/catalog/catalogue-snapshot.ts';
import { fetchPictures, type PictureReport } from '../../src/features/catalog/fetched-pictures/fetch-pictures.ts';
import { localeOf } from '../../src/features/catalog/locale.ts';
import { ProductView } from '../../src/features/catalog/product-view.ts';
import { PictureFiles } from '../../src/features/catalog/rendering/picture-files.ts';
import type { CatalogueWriter } from '../../src/features/catalog/write-catalogue.ts';
import { describeEachDialect } from '../stores/describe-dialects.ts';
import { COLUMNS, closeShops, emptyShop, exported, fileWith, run, versionOf } from './importing.ts';

/** What the other host serves: by path its type, its bytes and perhaps its tag. */
const served = new Map<string, { type: string; bytes: Buffer | string; etag?: string }>();
const asked: string[] = [];
let sent = 0;
const host = createServer(({ url = '', headers }, response) => {
  asked.push(url);
  const found = served.get(url);
  if (!found) response.writeHead(404).end();
  else if (found.etag && headers['if-none-match'] === found.etag) response.writeHead(304).end();
  else {
    sent++;
    response
      .writeHead(200, { 'content-type': found.type, ...(found.etag ? { etag: found.etag } : {}) })
      .end(found.bytes);
  }
});
let origin = '';

const photo = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#a08060' } });

/** A PNG of a few bytes that says it is 30,000 pixels wide and high. */
function bomb(): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(30_000, 0);
  header.writeUInt32BE(30_000, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const data = deflateSync(Buffer.alloc(30_001 * 64));
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}

beforeAll(async () => {
  await new Promise<void>((resolve) => host.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(host.address() as AddressInfo).port}`;
  const jpeg = await photo(900, 700)
    .withExif({ IFD0: { Artist: 'Somebody Private' }, IFD3: { GPSLatitude: '52/1 31/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  served.set('/photo.jpg', { type: 'image/jpeg', bytes: jpeg, etag: '"one"' });
  served.set('/named-wrongly.jpg', { type: 'text/html', bytes: await photo(400, 500).png().toBuffer() });
  served.set('/cut.jpg', { type: 'image/jpeg', bytes: (await noise()).subarray(0, 5_000) });
  served.set('/bomb.png', { type: 'image/png', bytes: bomb() });
  served.set('/page.png', { type: 'image/png', bytes: '<!doctype html><title>Gone</title>' });
  served.set('/drawing.svg', {
    type: 'image/svg+xml',
    bytes: '<svg xmlns="http://www.w3.org/2000/svg" width="50" height="50"/>',
  });
  served.set('/dot.gif', { type: 'image/gif', bytes: await photo(1, 1).gif().toBuffer() });
  served.set('/huge.jpg', { type: 'image/jpeg', bytes: Buffer.concat([jpeg, randomBytes(20_000_000)]) });
});
afterAll(() => {
  host.closeAllConnections();
  host.close();
});

const noise = () =>
  sharp(randomBytes(300 * 300 * 3), { raw: { width: 300, height: 300, channels: 3 } })
    .jpeg()
    .toBuffer();

describeEachDialect('The pictures of an imported catalogue', (open) => {
  const folder = mkdtempSync(join(tmpdir(), 'barrier-copies-'));
  const files = new PictureFiles(folder);
  let shop: CatalogueWriter;
  beforeAll(async () => {
    shop = await emptyShop(open);
  });
  afterAll(async () => {
    await closeShops();
    rmSync(folder, { recursive: true, force: true });
  });

  async function importing(handle: string, ...paths: string[]): Promise<void> {
    const rows = paths.map(
      (path, at) => `${handle},${at ? '' : handle},,${at ? '' : '9.00'},${new URL(path, origin).href}`,
    );
    const { refused } = await run(shop, fileWith([COLUMNS, ...rows].join('\n')));
    expect(refused).toEqual([]);
  }

  async function fetching(handle: string) {
    const reports: PictureReport[] = [];
    const summary = await fetchPictures(shop, {
      handles: [handle],
      files,
      guard: { mayConnect: (address) => address === '127.0.0.1' },
      onPicture: (report) => reports.push(report),
    });
    return { summary, reasons: new Map(reports.map(({ url, reason }) => [new URL(url).pathname, reason])) };
  }

  async function shown(handle: string) {
    const snapshot = await CatalogueSnapshot.load({ store: shop.store, bus: shop.bus, onError: () => undefined });
    const record = snapshot.product(handle);
    const view = record && new ProductView(record, localeOf('EN', 'EU'), snapshot);
    await snapshot.close();
    return view?.pictures ?? [];
  }

  it('are shown as copies, upright, with their own size, and without what was noted in them', async () => {
    await importing('serum', '/photo.jpg', '/named-wrongly.jpg');
    expect(await shown('serum')).toEqual([]);
    expect((await fetching('serum')).summary).toEqual({ fetched: 2, unchanged: 0, notFetched: 0 });
    const [first, second] = await shown('serum');
    expect(first).toMatchObject({ width: 700, height: 900, widths: [320, 640], formats: ['AVIF', 'WEBP', 'PNG'] });
    expect(first?.url).toMatch(/^\/pictures\/copy-[0-9a-f]{12}-640\.png$/);
    expect(first?.placeholder).toMatch(/^data:image\/webp;base64,/);
    expect(first?.placeholder?.length).toBeLessThan(1_000);
    expect(second).toMatchObject({ width: 400, height: 500, widths: [320] });
    const hash = /[0-9a-f]{12}/.exec(first?.url ?? '')?.[0] ?? '';
    for (const format of ['avif', 'webp', 'png'] as const) {
      const bytes = await files.read(hash, { width: 640, format });
      const { width, height, exif, orientation } = await sharp(bytes ?? Buffer.alloc(0)).metadata();
      expect({ width, height, exif, orientation }).toEqual({
        width: 640,
        height: 823,
        exif: undefined,
        orientation: undefined,
      });
      expect(bytes?.includes('Somebody Private')).toBe(false);
    }
  });

  it('stay in the export at the address where they are published', async () => {
    expect(await exported(shop)).toContain(`${origin}/photo.jpg`);
  });

  it('are neither sent nor stored again while they are the same', async () => {
    const version = await versionOf(shop);
    const sentBefore = sent;
    const filesBefore = readdirSync(folder, { recursive: true }).length;
    await importing('serum', '/photo.jpg', '/named-wrongly.jpg');
    expect((await fetching('serum')).summary).toEqual({ fetched: 0, unchanged: 2, notFetched: 0 });
    // The one without a tag has to be sent to be compared.
    expect(sent - sentBefore).toBe(1);
    expect(await versionOf(shop)).toBe(version);
    expect(readdirSync(folder, { recursive: true })).toHaveLength(filesBefore);
  });

  it('are taken anew where they have changed, and where their files are gone', async () => {
    const before = (await shown('serum'))[0]?.url;
    const old = served.get('/photo.jpg');
    served.set('/photo.jpg', { type: 'image/jpeg', bytes: await photo(500, 500).jpeg().toBuffer(), etag: '"two"' });
    expect((await fetching('serum')).summary).toEqual({ fetched: 1, unchanged: 1, notFetched: 0 });
    expect((await shown('serum'))[0]?.url).not.toBe(before);
    rmSync(folder, { recursive: true });
    expect((await fetching('serum')).summary).toEqual({ fetched: 2, unchanged: 0, notFetched: 0 });
    if (old) served.set('/photo.jpg', old);
  });

  it('are reported one by one where they cannot be had, and the product is sold without them', async () => {
    await importing(
      'cream',
      ...[
        '/cut.jpg',
        '/bomb.png',
        '/page.png',
        '/drawing.svg',
        '/dot.gif',
        '/huge.jpg',
        '/missing.jpg',
        'http://10.0.0.1/private.jpg',
      ],
    );
    const { summary, reasons } = await fetching('cream');
    expect(summary).toEqual({ fetched: 0, unchanged: 0, notFetched: 8 });
    expect(Object.fromEntries(reasons)).toEqual({
      '/cut.jpg': 'it is damaged',
      '/bomb.png': 'it has more than 50 million pixels',
      '/page.png': 'it is no picture in JPEG, PNG, WebP, AVIF or GIF',
      '/drawing.svg': 'it is no picture in JPEG, PNG, WebP, AVIF or GIF',
      '/dot.gif': 'it is too small to be of a product',
      '/huge.jpg': 'it has more than 20 MB',
      '/missing.jpg': 'its host answers 404',
      '/private.jpg': 'its host is not on the public internet',
    });
    expect(await shown('cream')).toEqual([]);
    expect(await exported(shop)).toContain('cream');
  });

  it('are not fetched from this machine unless a test says so', async () => {
    asked.length = 0;
    const { notFetched } = await fetchPictures(shop, { handles: ['serum'], files });
    expect(notFetched).toBe(2);
    expect(asked).toEqual([]);
  });
});
