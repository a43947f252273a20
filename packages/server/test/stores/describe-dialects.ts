import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EntitySchema } from '@mikro-orm/core';
import { Client } from 'pg';
import { afterAll, describe, inject } from 'vitest';
import type { StoreName } from '../../src/app/stores.ts';
import { type Dialect, migrateStore, type Store } from '../../src/platform/orm/store.ts';
import { waitForPostgres } from '../postgres/embedded-postgres.ts';
import { type OpenOptions, openStores, type StoreUrls } from './open-stores.ts';

/** Three stores of one dialect, empty but migrated, for the tests that opened them. */
export interface TestStores extends Readonly<Record<StoreName, Store>> {
  readonly dialect: Dialect;
  readonly urls: StoreUrls;
  /** A folder of their own; on SQLite the databases are in it. */
  readonly dataDir: string;
}

/** Opens fresh stores; they are closed and removed after the describe block. */
export type OpenStores = (options?: OpenOptions) => Promise<TestStores>;

/**
 * Runs the same tests on SQLite and on a real PostgreSQL:
 * `describeEachDialect('Orders', (open) => { it('…', async () => { const { main } = await open(); … }) })`.
 */
export function describeEachDialect(title: string, tests: (open: OpenStores, dialect: Dialect) => void): void {
  for (const dialect of ['sqlite', 'postgresql'] as const) {
    describe(`${title} (${dialect})`, () => {
      const cleanups: (() => Promise<void>)[] = [];
      afterAll(async () => {
        for (const cleanup of cleanups.reverse()) await cleanup();
      });
      tests(async (options) => {
        const dataDir = mkdtempSync(join(tmpdir(), 'barrier-test-'));
        cleanups.push(async () => rmSync(dataDir, { recursive: true, force: true }));
        const urls = dialect === 'sqlite' ? sqliteUrls(dataDir) : await createDatabases(inject('postgresUrl'));
        const stores = await openStores(urls, options);
        cleanups.push(async () => {
          for (const name of ['main', 'keys', 'log'] as const) await stores[name].close(true);
        });
        await makeTables(stores, options?.entities ?? []);
        return { ...stores, dialect, urls, dataDir };
      }, dialect);
    });
  }
}

async function makeTables(stores: Record<StoreName, Store>, own: readonly EntitySchema[]): Promise<void> {
  for (const name of ['main', 'keys', 'log'] as const) await migrateStore(stores[name]);
  if (own.length === 0) return;
  const sql = await stores.main.schema.getUpdateSchemaSQL({ safe: true, wrap: false });
  await stores.main.schema.execute(sql);
}

function sqliteUrls(folder: string): StoreUrls {
  const url = (name: StoreName) => `sqlite:${join(folder, `${name}.db`)}`;
  return { mainUrl: url('main'), keysUrl: url('keys'), logUrl: url('log') };
}

let created = 0;

/** Three databases of their own in the cluster of this run. Their names hold the process id: test files run side by side. */
async function createDatabases(server: string): Promise<StoreUrls> {
  await waitForPostgres(server);
  const client = new Client({ connectionString: `${server}/postgres` });
  await client.connect();
  try {
    const base = `barrier_${process.pid}_${++created}`;
    for (const name of ['main', 'keys', 'log']) await client.query(`create database ${base}_${name}`);
    return { mainUrl: `${server}/${base}_main`, keysUrl: `${server}/${base}_keys`, logUrl: `${server}/${base}_log` };
  } finally {
    await client.end();
  }
}
