import type { StoreMigrations } from '../orm/store.ts';
import { Migration20261122210356_initial as Migration20261122210356_initial_postgresql } from './keys/postgresql/Migration20261122210356_initial.ts';
import { Migration20261126145811_destroyed_key as Migration20261126145811_destroyed_key_postgresql } from './keys/postgresql/Migration20261126145811_destroyed_key.ts';
import { Migration20261122210354_initial as Migration20261122210354_initial_sqlite } from './keys/sqlite/Migration20261122210354_initial.ts';
import { Migration20261126145803_destroyed_key as Migration20261126145803_destroyed_key_sqlite } from './keys/sqlite/Migration20261126145803_destroyed_key.ts';

/** The migrations of the keys store, in order, for each dialect. Written by `migration:create`; never edited after landing. */
export const KEYS_MIGRATIONS: StoreMigrations = {
  sqlite: [Migration20261122210354_initial_sqlite, Migration20261126145803_destroyed_key_sqlite],
  postgresql: [Migration20261122210356_initial_postgresql, Migration20261126145811_destroyed_key_postgresql],
};
