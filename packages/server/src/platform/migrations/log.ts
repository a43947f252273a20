import type { StoreMigrations } from '../orm/store.ts';

/** The migrations of the log store, in order, for each dialect. Written by `migration:create`; never edited after landing. */
export const LOG_MIGRATIONS: StoreMigrations = { sqlite: [], postgresql: [] };
