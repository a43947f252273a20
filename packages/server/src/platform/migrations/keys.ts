import type { StoreMigrations } from '../orm/store.ts';

/** The migrations of the keys store, in order, for each dialect. Written by `migration:create`; never edited after landing. */
export const KEYS_MIGRATIONS: StoreMigrations = { sqlite: [], postgresql: [] };
