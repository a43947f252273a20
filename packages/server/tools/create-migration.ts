import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Migrator, TSMigrationGenerator } from '@mikro-orm/migrations';
import { type StoreName, storeOptions, UNORDERED_TABLES } from '../src/app/stores.ts';
import { type Dialect, migrateStore, openStore, type Store, type StoreMigrations } from '../src/platform/orm/store.ts';

/** Makes the tables that must not tell the order of their rows WITHOUT ROWID, which the schema generator does not know. */
class SqliteMigrationGenerator extends TSMigrationGenerator {
  override createStatement(sql: string, padLeft: number): string {
    const table = /^create table `(\w+)`/.exec(sql)?.[1];
    const unordered = table !== undefined && UNORDERED_TABLES.includes(table);
    return super.createStatement(unordered ? sql.replace(/;$/, ' without rowid;') : sql, padLeft);
  }
}

const FOLDER = join(import.meta.dirname, '../src/platform/migrations');

/**
 * Writes the migrations that bring the stores from their last migration to the present entities, for both dialects,
 * and the lists that name them. For developers: it runs from source and needs PGlite.
 */
async function createMigration(name: string): Promise<void> {
  for (const store of ['main', 'keys', 'log'] as const) {
    for (const dialect of ['sqlite', 'postgresql'] as const) {
      const orm = await scratchStore(store, dialect);
      const { fileName } = await orm.migrator.create(undefined, false, false, name);
      process.stdout.write(`${store}/${dialect}: ${fileName || 'no change'}\n`);
      await orm.close(true);
    }
    writeList(store);
  }
}

async function scratchStore(store: StoreName, dialect: Dialect): Promise<Store> {
  const folder = mkdtempSync(join(tmpdir(), 'barrier-migration-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  const url = `sqlite:${join(folder, 'scratch.db')}`;
  const options = storeOptions(store, { mainUrl: url, keysUrl: url, logUrl: url });
  const migrations = {
    migrationsList: [...options.migrations[dialect]],
    path: join(FOLDER, store, dialect),
    snapshot: false,
    silent: true,
    ...(dialect === 'sqlite' ? { generator: SqliteMigrationGenerator } : {}),
  };
  if (dialect === 'sqlite') {
    const orm = await openStore({ ...options, extra: { migrations } });
    await migrateStore(orm);
    return orm;
  }
  const { MikroORM } = await import('@mikro-orm/pglite');
  const orm = (await MikroORM.init({
    dbName: 'memory://',
    entities: [...options.entities],
    extensions: [Migrator],
    migrations,
  })) as unknown as Store;
  await migrateStore(orm);
  return orm;
}

function writeList(store: StoreName): void {
  const names = (dialect: Dialect) => {
    try {
      return readdirSync(join(FOLDER, store, dialect))
        .filter((file) => /^Migration\d+.*\.ts$/.test(file))
        .map((file) => file.replace(/\.ts$/, ''))
        .sort();
    } catch {
      return [];
    }
  };
  const lists = { sqlite: names('sqlite'), postgresql: names('postgresql') } satisfies Record<
    keyof StoreMigrations,
    string[]
  >;
  const local = (dialect: Dialect, file: string) => `${file}_${dialect}`;
  const imports = (Object.keys(lists) as Dialect[]).flatMap((dialect) =>
    lists[dialect].map(
      (file) => `import { ${file} as ${local(dialect, file)} } from './${store}/${dialect}/${file}.ts';`,
    ),
  );
  const entries = (Object.keys(lists) as Dialect[]).map(
    (dialect) => `  ${dialect}: [${lists[dialect].map((file) => local(dialect, file)).join(', ')}],`,
  );
  writeFileSync(
    join(FOLDER, `${store}.ts`),
    `${[
      ...imports,
      "import type { StoreMigrations } from '../orm/store.ts';",
      '',
      `/** The migrations of the ${store} store, in order, for each dialect. Written by \`migration:create\`; never edited after landing. */`,
      `export const ${store.toUpperCase()}_MIGRATIONS: StoreMigrations = {`,
      ...entries,
      '};',
    ].join('\n')}\n`,
  );
}

await createMigration(process.argv[2] ?? 'change');
