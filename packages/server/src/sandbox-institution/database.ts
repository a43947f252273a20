import { chmodSync, closeSync, existsSync, openSync } from 'node:fs';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { ConfigurationError } from './config.ts';

/** The institution's one file of data. All calls are synchronous, so nothing interleaves inside a transaction. */
export type Database = {
  /** All rows of a query; the caller names the row type, which the STRICT tables below keep true. */
  all<Row>(sql: string, ...values: SQLInputValue[]): Row[];
  /** The first row of a query, or undefined. */
  first<Row>(sql: string, ...values: SQLInputValue[]): Row | undefined;
  /** Runs a statement and returns the number of rows it changed. */
  run(sql: string, ...values: SQLInputValue[]): number;
  /** Runs `work` as one atomic step; inside another transaction it joins that one. */
  transaction<Result>(work: () => Result): Result;
  /** Closes the file. */
  close(): void;
};

const SCHEMA_VERSION = 1;

/** Times are milliseconds since 1970, amounts minor units. No column could hold a card's number, expiry or security code. */
const schema = `
  CREATE TABLE session (
    id TEXT PRIMARY KEY,
    state TEXT NOT NULL,
    amount INTEGER NOT NULL CHECK (amount > 0),
    refunded_amount INTEGER NOT NULL DEFAULT 0 CHECK (refunded_amount BETWEEN 0 AND amount),
    currency TEXT NOT NULL,
    reference TEXT NOT NULL,
    return_url TEXT NOT NULL,
    cancel_url TEXT NOT NULL,
    form_token TEXT NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    last_decline TEXT,
    refunds_fail INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX session_to_expire ON session (expires_at) WHERE state = 'OPEN';

  CREATE TABLE refund (
    id TEXT PRIMARY KEY,
    session_id TEXT NOT NULL REFERENCES session (id),
    amount INTEGER NOT NULL CHECK (amount > 0),
    state TEXT NOT NULL,
    created_at INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE idempotent_answer (
    scope TEXT NOT NULL,
    key TEXT NOT NULL,
    fingerprint TEXT NOT NULL,
    body TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    PRIMARY KEY (scope, key)
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE webhook_event (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    session_id TEXT NOT NULL REFERENCES session (id),
    body TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'PENDING',
    created_at INTEGER NOT NULL,
    not_before INTEGER NOT NULL,
    next_attempt_at INTEGER NOT NULL,
    failures INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE INDEX webhook_event_pending ON webhook_event (session_id, seq) WHERE state = 'PENDING';
`;

/** Opens the data file, creating it when new; throws {@link ConfigurationError} when another process holds it. */
export function openDatabase(path: string): Database {
  let sqlite: DatabaseSync;
  try {
    if (path !== ':memory:') keepPrivate(path);
    sqlite = new DatabaseSync(path);
    // What is deleted is overwritten; `auto_vacuum` counts only while the file is empty.
    sqlite.exec('PRAGMA auto_vacuum = INCREMENTAL; PRAGMA secure_delete = ON');
    // Exclusive: two institutions on one file would each deliver every webhook and undo each other's authorisations.
    sqlite.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
    sqlite.exec('PRAGMA foreign_keys = ON; BEGIN IMMEDIATE; COMMIT');
    prepareSchema(sqlite);
  } catch (error) {
    if (error instanceof ConfigurationError) throw error;
    throw new ConfigurationError(
      'SANDBOX_DATA cannot be opened: no such folder, no permission, or in use by another process; processes of one data folder share one SANDBOX_PORT',
      {
        cause: error,
      },
    );
  }
  const statements = new Map<string, StatementSync>();
  const prepare = (sql: string): StatementSync => {
    const statement = statements.get(sql) ?? sqlite.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };
  return {
    all: <Row>(sql: string, ...values: SQLInputValue[]) => prepare(sql).all(...values) as Row[],
    first: <Row>(sql: string, ...values: SQLInputValue[]) => prepare(sql).get(...values) as Row | undefined,
    run: (sql, ...values) => Number(prepare(sql).run(...values).changes),
    transaction: (work) => (sqlite.isTransaction ? work() : inTransaction(sqlite, work)),
    close: () => sqlite.close(),
  };
}

/** Makes the file, and SQLite's log of it, readable for this process's user alone. */
function keepPrivate(path: string): void {
  closeSync(openSync(path, 'a', 0o600));
  for (const file of [path, `${path}-wal`, `${path}-shm`]) if (existsSync(file)) chmodSync(file, 0o600);
}

function inTransaction<Result>(sqlite: DatabaseSync, work: () => Result): Result {
  sqlite.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    sqlite.exec('COMMIT');
    return result;
  } catch (error) {
    if (sqlite.isTransaction) sqlite.exec('ROLLBACK');
    throw error;
  }
}

function prepareSchema(sqlite: DatabaseSync): void {
  const version = sqlite.prepare('PRAGMA user_version').get()?.user_version;
  if (version === SCHEMA_VERSION) return;
  if (version !== 0) throw new ConfigurationError('SANDBOX_DATA was written by another version; name a new file');
  inTransaction(sqlite, () => sqlite.exec(`${schema}; PRAGMA user_version = ${SCHEMA_VERSION}`));
}
