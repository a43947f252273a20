import { OwnSqliteConnection } from './own-sqlite-connection.ts';
import { dialectOfPlatform, RawSql, type SqlRunner } from './raw-sql.ts';
import type { Store } from './store.ts';

const runners = new WeakMap<Store, SqlRunner>();

/**
 * Statements for a store that nobody writes to by other means, at a third of the cost on SQLite: there they have a connection of their
 * own, with statements prepared once. It is closed with the store.
 */
export function ownSql(store: Store): SqlRunner {
  const known = runners.get(store);
  if (known) return known;
  const runner = dialectOfPlatform(store.em.getPlatform()) === 'sqlite' ? openOwn(store) : new RawSql(store);
  runners.set(store, runner);
  return runner;
}

function openOwn(store: Store): SqlRunner {
  const connection = new OwnSqliteConnection(store.config.get('dbName') ?? '');
  const closeStore = store.close.bind(store);
  store.close = (force) => {
    connection.close();
    return closeStore(force);
  };
  return connection;
}
