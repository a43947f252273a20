import { dialectOfPlatform } from '../orm/raw-sql.ts';
import type { Bus } from './bus.ts';
import { createInProcessBus } from './in-process-bus.ts';
import type { PostgresBusOptions } from './postgres-bus.ts';

/** The bus that fits the store: in process on SQLite, where there is one process, and through the database on PostgreSQL. */
export async function openBus(options: PostgresBusOptions): Promise<Bus> {
  const dialect = dialectOfPlatform(options.store.em.getPlatform());
  if (dialect === 'sqlite') return createInProcessBus(options.onError);
  const { openPostgresBus } = await import('./postgres-bus.ts');
  return openPostgresBus(options);
}
