import { once } from 'node:events';
import { mkdtempSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { readConfig } from '../../src/app/config.ts';
import { openShop, type ShopOptions } from '../../src/app/open-shop.ts';
import type { Shop } from '../../src/app/shop.ts';
import { createLogger } from '../../src/platform/logger/logger.ts';
import type { TestStores } from '../stores/describe-dialects.ts';

/** A shop under test: the real one, on a port of its own, without the site. */
export interface TestShop {
  readonly shop: Shop;
  readonly url: string;
  readonly dataDir: string;
  /** Everything that was logged. */
  logged(): string;
  close(): Promise<void>;
}

/** Opens a shop for tests; `env` is what an operator would set. */
export async function openTestShop(
  env: Record<string, string> = {},
  options: Partial<ShopOptions> = {},
): Promise<TestShop> {
  const dataDir = env.DATA_DIR ?? mkdtempSync(join(tmpdir(), 'barrier-shop-'));
  const lines: string[] = [];
  const sink = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      lines.push(chunk.toString());
      done();
    },
  });
  const config = readConfig({
    NODE_ENV: 'test',
    SEED_DEMO: 'false',
    PORT: String(await freePort()),
    SANDBOX_PORT: '0',
    DATA_DIR: dataDir,
    LOG_LEVEL: 'debug',
    ...env,
  });
  const shop = await openShop({ config, logger: createLogger(config.logLevel, sink), site: false, ...options });
  const url = await shop.listen();
  return { shop, url, dataDir, logged: () => lines.join(''), close: () => shop.close() };
}

/** Opens a shop on the stores of a test, on either dialect: `openShopOn(await open())`. */
export function openShopOn(
  stores: TestStores,
  options: Partial<ShopOptions> = {},
  env: Record<string, string> = {},
): Promise<TestShop> {
  return openTestShop({ ...environmentOf(stores, stores.dataDir), ...env }, options);
}

/**
 * Opens a second server process's worth of shop on the stores and keys of another, as PostgreSQL allows (D10). Its sandbox
 * institution is its own: payments are made where the order was placed.
 */
export function openNeighbourOf(
  first: TestShop,
  stores: TestStores,
  options: Partial<ShopOptions> = {},
): Promise<TestShop> {
  const dataDir = mkdtempSync(join(tmpdir(), 'barrier-shop-'));
  for (const shared of ['keyring.json', 'secrets.json'])
    symlinkSync(join(first.dataDir, shared), join(dataDir, shared));
  return openTestShop(environmentOf(stores, dataDir), options);
}

function environmentOf({ urls }: TestStores, dataDir: string): Record<string, string> {
  const { mainUrl, keysUrl, logUrl } = urls;
  return { DATA_DIR: dataDir, DATABASE_URL: mainUrl, KEYS_DATABASE_URL: keysUrl, LOG_DATABASE_URL: logUrl };
}

/** A TCP port on loopback that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
