import { ensureDatabase } from '../platform/orm/ensure-database.ts';
import { dialectOf, migrateStore, openStore, type Store } from '../platform/orm/store.ts';
import type { Config } from './config.ts';
import { ConfigError } from './config-error.ts';
import type { Progress } from './shop.ts';
import { type StoreName, storeOptions } from './stores.ts';

const NAMES = ['main', 'keys', 'log'] as const satisfies StoreName[];

/** Which variables say where a store is. */
const VARIABLES: Readonly<Record<StoreName, string>> = {
  main: 'DATABASE_URL or DATA_DIR',
  keys: 'KEYS_DATABASE_URL or DATA_DIR',
  log: 'LOG_DATABASE_URL or DATA_DIR',
};

/** What the code of a failed connection means; the error itself may quote the address, with its password. */
const MEANINGS: readonly (readonly [RegExp, string])[] = [
  [
    /^E(?:CONNREFUSED|CONNRESET|HOSTUNREACH|NETUNREACH|TIMEDOUT|NOTFOUND|AI_AGAIN|PIPE)$/,
    'the server cannot be reached',
  ],
  [/^28/, 'the server does not take the user or the password'],
  [/^3D000$/, 'there is no such database'],
  [/^42501$/, 'the user may not do what is needed'],
  [/^(?:08|57P03|53300)/, 'the server takes no connections'],
  [
    /^(?:SQLITE_(?:CANTOPEN|NOTADB|READONLY|PERM|IOERR|FULL)|E(?:ACCES|PERM|EXIST|NOENT|NOTDIR|ISDIR|ROFS))/,
    'the file cannot be used',
  ],
];

/** Opens the three stores and brings their schemas up to date. Outside production a missing PostgreSQL database is made. */
export async function openStores(config: Config, progress: Progress): Promise<Record<StoreName, Store>> {
  const stores: Partial<Record<StoreName, Store>> = {};
  for (const name of NAMES) {
    const options = storeOptions(name, config);
    const store = await opened(name, async () => {
      if (!config.production && dialectOf(options.url) === 'postgresql') await ensureDatabase(options.url);
      return openStore(options);
    });
    const ran = await opened(name, () => migrateStore(store));
    if (ran.length > 0) progress(`${name} store: ${ran.length} migration${ran.length === 1 ? '' : 's'}`);
    stores[name] = store;
  }
  return stores as Record<StoreName, Store>;
}

/** Does a step of opening a store. @throws {ConfigError} if the place that was set does not let it. */
export async function opened<Result>(name: StoreName, step: () => Promise<Result>): Promise<Result> {
  try {
    return await step();
  } catch (error) {
    const code = codeOf(error);
    const meaning = MEANINGS.find(([pattern]) => pattern.test(code))?.[1];
    if (meaning === undefined) throw error;
    throw new ConfigError(`The ${name} store cannot be opened: ${meaning} (${code}). See ${VARIABLES[name]}.`);
  }
}

/** The code of an error or of what caused it. */
function codeOf(error: unknown): string {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { code } = cause as { code?: unknown };
    if (typeof code === 'string') return code;
  }
  return '';
}
