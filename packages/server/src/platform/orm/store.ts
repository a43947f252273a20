import { dirname } from 'node:path';
import type { Constructor, EntitySchema, MikroORM as MikroOrmCore, Options } from '@mikro-orm/core';
import { type Migration, Migrator } from '@mikro-orm/migrations';
import type { AbstractSqlDriver, SqlEntityManager } from '@mikro-orm/sql';
import { makeFolder } from '../make-folder.ts';
import type { DatabaseLimits } from './database-limits.ts';
import { keepPrivate } from './keep-private.ts';
import { doLongWork } from './long-work.ts';
import { RemovalGuard } from './removal-guard.ts';

/** A connection to one of the three stores: main, keys, log. */
export type Store = MikroOrmCore<AbstractSqlDriver, SqlEntityManager>;

/** The SQL dialects that one entity set runs on. */
export type Dialect = 'sqlite' | 'postgresql';

/** The migrations of a store, in order, for each dialect. */
export type StoreMigrations = Readonly<Record<Dialect, readonly Constructor<Migration>[]>>;

/** What `openStore` needs to know. */
export interface StoreOptions {
  /** `sqlite:<path>` or `postgres://…`. */
  readonly url: string;
  readonly entities: readonly EntitySchema[];
  readonly migrations: StoreMigrations;
  /** Largest number of PostgreSQL connections; SQLite has one for writing. */
  readonly poolSize?: number;
  /** How long PostgreSQL may take, if not as usual. */
  readonly limits?: DatabaseLimits;
  /** Further options, for the command that writes migrations. */
  readonly extra?: Partial<Options>;
}

/** The dialect that a store's URL names. */
export function dialectOf(url: string): Dialect {
  return url.startsWith('sqlite:') ? 'sqlite' : 'postgresql';
}

/** Opens a store without touching its schema; `migrateStore` brings it up to date. */
export async function openStore(options: StoreOptions): Promise<Store> {
  const dialect = dialectOf(options.url);
  const common = {
    entities: [...options.entities],
    extensions: [Migrator],
    // A flush must never be able to touch what another request has loaded.
    allowGlobalContext: false,
    // Otherwise each property of each row loaded gets accessors of its own, which costs more than all else that is done with the row.
    propagationOnPrototype: false,
    migrations: {
      migrationsList: [...options.migrations[dialect]],
      snapshot: false,
      snapshotOnMigrate: false,
      silent: true,
    },
    ...options.extra,
  } as Options;
  const store = await (dialect === 'sqlite' ? openSqlite(options.url, common) : openPostgres(options, common));
  store.em.getEventManager().registerSubscriber(new RemovalGuard());
  return store;
}

async function openSqlite(url: string, common: Options): Promise<Store> {
  const file = url.slice('sqlite:'.length);
  makeFolder(dirname(file));
  keepPrivate(file);
  const { MikroORM } = await import('@mikro-orm/core');
  const { BindingSqliteDriver } = await import('./sqlite-driver.ts');
  const orm = await MikroORM.init({
    ...common,
    driver: BindingSqliteDriver,
    dbName: file,
  } as Parameters<typeof MikroORM.init>[0]);
  await orm.connect();
  return orm as unknown as Store;
}

async function openPostgres(options: StoreOptions, common: Options): Promise<Store> {
  const { MikroORM } = await import('@mikro-orm/core');
  const { KeepingPostgresOrmDriver } = await import('./postgres-driver.ts');
  const orm = await MikroORM.init({
    ...common,
    driver: KeepingPostgresOrmDriver,
    clientUrl: options.url,
    ...(options.limits ? { driverOptions: { limits: options.limits } } : {}),
    pool: { min: 0, max: options.poolSize ?? 10 },
  } as Parameters<typeof MikroORM.init>[0]);
  await orm.connect();
  return orm as unknown as Store;
}

/**
 * Runs the pending migrations. On SQLite foreign keys are off meanwhile, and checked afterwards: `foreign_keys = off`
 * does nothing inside the migration's transaction, and rebuilding a parent table would delete its cascade children.
 * @returns the names of the migrations that ran.
 * @throws if a foreign key is violated afterwards.
 */
export async function migrateStore(store: Store): Promise<string[]> {
  const connection = store.em.getConnection();
  const sqlite = store.em.getPlatform().constructor.name.includes('Sqlite');
  if (sqlite) await connection.execute('pragma foreign_keys = off');
  try {
    const ran = await doLongWork(() => store.migrator.up());
    if (sqlite) {
      const violations = await connection.execute('pragma foreign_key_check');
      if (violations.length > 0) throw new Error(`A migration left ${violations.length} rows without their parent.`);
    }
    return ran.map(({ name }) => name);
  } finally {
    if (sqlite) await connection.execute('pragma foreign_keys = on');
  }
}
