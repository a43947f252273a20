import type { StoreMigrations } from '../orm/store.ts';
import { Migration20261122214146_initial as Migration20261122214146_initial_postgresql } from './main/postgresql/Migration20261122214146_initial.ts';
import { Migration20261122214139_initial as Migration20261122214139_initial_sqlite } from './main/sqlite/Migration20261122214139_initial.ts';

/** The migrations of the main store, in order, for each dialect. Written by `migration:create`; never edited after landing. */
export const MAIN_MIGRATIONS: StoreMigrations = {
  sqlite: [Migration20261122214139_initial_sqlite],
  postgresql: [Migration20261122214146_initial_postgresql],
};
