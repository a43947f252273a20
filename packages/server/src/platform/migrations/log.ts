import type { StoreMigrations } from '../orm/store.ts';
import { Migration20261122210402_initial as Migration20261122210402_initial_postgresql } from './log/postgresql/Migration20261122210402_initial.ts';
import { Migration20261122210356_initial as Migration20261122210356_initial_sqlite } from './log/sqlite/Migration20261122210356_initial.ts';

/** The migrations of the log store, in order, for each dialect. Written by `migration:create`; never edited after landing. */
export const LOG_MIGRATIONS: StoreMigrations = {
  sqlite: [Migration20261122210356_initial_sqlite],
  postgresql: [Migration20261122210402_initial_postgresql],
};
