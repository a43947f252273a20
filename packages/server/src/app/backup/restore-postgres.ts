import type { Writable } from 'node:stream';
import { finished } from 'node:stream/promises';
import type { Migration } from '@mikro-orm/migrations';
import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { ArchivePiece } from '../../platform/backup/archive.ts';
import { BackupError } from '../../platform/backup/backup-error.ts';
import { ensureDatabase } from '../../platform/orm/ensure-database.ts';
import { runOn } from '../../platform/orm/read-only.ts';
import { openStore } from '../../platform/orm/store.ts';
import type { Config } from '../config.ts';
import { opened } from '../open-stores.ts';
import { type StoreName, storeOptions } from '../stores.ts';
import type { CheckStore, Staged } from './restore-backup.ts';
import { requireKnown } from './restore-sqlite.ts';
import { storedTables } from './write-backup.ts';

/** Where the rows come from, and what a store has to stand. */
interface PostgresSource {
  /** Reads the whole backup from its beginning. */
  readonly read: () => AsyncIterable<ArchivePiece>;
  readonly check: CheckStore;
}

/**
 * Loads the rows of a backup in one transaction for each database, in which the tables are made anew as they were then; nothing is seen of
 * it before `replace` commits.
 * @throws {BackupError}
 */
export async function stagePostgres(
  config: Config,
  names: readonly StoreName[],
  { read, check }: PostgresSource,
): Promise<Staged> {
  // Once to its end, before a table is touched.
  const found = await migrationsIn(read(), config);
  for (const name of names) if (!found.has(name)) throw new BackupError('A store is not in this backup.');
  const clients = new Map<string, Client>();
  const discard = async () => {
    for (const client of clients.values()) await client.end();
    clients.clear();
  };
  try {
    for (const name of names) {
      const { url } = storeOptions(name, config);
      const client =
        clients.get(url) ??
        (await opened(name, async () => {
          if (!config.production) await ensureDatabase(url);
          return connectAlone(url);
        }));
      clients.set(url, client);
      await makeTables(client, config, name, found.get(name) ?? []);
    }
    await loadRows(read(), (store) => {
      const name = names.find((one) => one === store);
      return name ? clients.get(storeOptions(name, config).url) : undefined;
    });
    for (const name of names) {
      const client = clients.get(storeOptions(name, config).url);
      if (client) await check(name, runOn(client));
    }
  } catch (error) {
    await discard();
    throw error;
  }
  return {
    replace: async () => {
      for (const client of clients.values()) await client.query('commit');
      await discard();
    },
    discard,
  };
}

async function migrationsIn(
  pieces: AsyncIterable<ArchivePiece>,
  config: Config,
): Promise<Map<string, readonly string[]>> {
  const found = new Map<string, readonly string[]>();
  for await (const { entry } of pieces) {
    if (!entry) continue;
    if (entry.kind === 'SQLITE')
      throw new BackupError('This is a backup of SQLite, and the store is a database of PostgreSQL.');
    if (entry.kind !== 'DATABASE') continue;
    for (const { name, migrations } of entry.stores) {
      requireKnown(migrations, new Set(storedTables(name as StoreName, config).migrations));
      found.set(name, migrations);
    }
  }
  return found;
}

/** Opens a transaction on a database that nobody else uses. @throws {BackupError} */
async function connectAlone(url: string): Promise<Client> {
  const client = new Client({ connectionString: url, application_name: 'barrier restore', lock_timeout: 10_000 });
  await client.connect();
  const { rows } = await client.query<{ others: string }>(
    `select count(*) as others from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`,
  );
  if (rows[0]?.others !== '0') {
    await client.end();
    throw new BackupError(
      'Somebody is connected to a database that would be replaced: end every server process first.',
    );
  }
  await client.query('begin');
  return client;
}

/** Makes the tables of a store anew, as its migrations had made them when the backup was written. */
async function makeTables(
  client: Client,
  config: Config,
  name: StoreName,
  migrations: readonly string[],
): Promise<void> {
  const { tables, migrations: all } = storedTables(name, config);
  for (const table of tables) await client.query(`drop table if exists ${client.escapeIdentifier(table)} cascade`);
  const options = storeOptions(name, config);
  const store = await openStore(options);
  try {
    for (const Known of options.migrations.postgresql) {
      const migration: Migration = new Known(store.em.getDriver(), store.config);
      if (!migrations.includes(migration.name ?? Known.name)) continue;
      await migration.up();
      for (const query of migration.getQueries()) {
        if (typeof query !== 'string') throw new BackupError('A migration cannot be run by a restore.');
        await client.query(query);
      }
    }
  } finally {
    await store.close(true);
  }
  await client.query(
    `create table if not exists mikro_orm_migrations
     (id serial primary key, name varchar(255), executed_at timestamptz default current_timestamp)`,
  );
  await client.query('delete from mikro_orm_migrations where name = any($1)', [all]);
  for (const migration of migrations)
    await client.query('insert into mikro_orm_migrations (name) values ($1)', [migration]);
}

async function loadRows(
  pieces: AsyncIterable<ArchivePiece>,
  clientOf: (store: string) => Client | undefined,
): Promise<void> {
  let target: Writable | null = null;
  const end = async () => {
    if (!target) return;
    target.end();
    await finished(target);
    target = null;
  };
  for await (const { entry, bytes } of pieces) {
    if (bytes) {
      if (target && !target.write(Buffer.from(bytes))) await drained(target);
      continue;
    }
    await end();
    if (entry.kind !== 'TABLE') continue;
    const client = clientOf(entry.store);
    if (!client) continue;
    const list = entry.columns.map((column) => client.escapeIdentifier(column)).join(', ');
    target = client.query(copyFrom(`copy ${client.escapeIdentifier(entry.table)} (${list}) from stdin`));
  }
  await end();
}

function drained(target: Writable): Promise<void> {
  return new Promise((resolve, reject) => {
    target.once('drain', resolve);
    target.once('error', reject);
  });
}
