import { Migration20261122211115_initial as Migration20261122211115_initial_sqlite } from './main/sqlite/Migration20261122211115_initial.ts';
import { Migration20261122211120_initial as Migration20261122211120_initial_postgresql } from './main/postgresql/Migration20261122211120_initial.ts';
import type { StoreMigrations } from '../orm/store.ts';

/** The migrations of the main store, in order, for each dialect. Written by `migration:create`; never edited after landing. */
export const MAIN_MIGRATIONS: StoreMigrations = {
  sqlite: [Migration20261122211115_initial_sqlite],
  postgresql: [Migration20261122211120_initial_postgresql],
};
