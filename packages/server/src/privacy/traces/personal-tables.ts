import type { EntityMetadata } from '@mikro-orm/core';
import { dialectOfPlatform } from '../../platform/orm/raw-sql.ts';
import type { Store } from '../../platform/orm/store.ts';
import type { PrivacyCore } from '../core.ts';

/**
 * Entities that no erasure registration names and whose rows say something of a subject, or did: what the core itself keeps, and jobs
 * and events, which carry ids.
 */
const OWN_ENTITIES: readonly string[] = [
  'Subject',
  'ErasureRecord',
  'Job',
  'BusEvent',
  'SubjectKey',
  'SubjectPseudonym',
];

/** The tables of a store out of which rows go with their subject: those that erasure names, and those that hang on them. */
export function personalTables({ registry }: Pick<PrivacyCore, 'registry'>, store: Store): string[] {
  const all = [...store.getMetadata().getAll().values()] as EntityMetadata[];
  const named = new Set([...OWN_ENTITIES, ...registry.erasures.map(({ entity }) => entity)]);
  const found = new Set(all.filter(({ className }) => named.has(className)));
  for (const one of found) {
    for (const other of all) if (hangsOn(other, one)) found.add(other);
  }
  return [...new Set([...found].map(({ tableName }) => tableName))].sort();
}

/** Whether rows of the one go by cascade with rows of the other. */
function hangsOn({ relations }: EntityMetadata, other: EntityMetadata): boolean {
  return relations.some(({ targetMeta, mappedBy }) => targetMeta?.className === other.className && !mappedBy);
}

/** The database of a store. */
export type StoreDatabase = { readonly file: string } | { readonly url: string; readonly tables: readonly string[] };

/** Where the rows of subjects lie: SQLite files, or PostgreSQL databases with the tables that matter; each database once. */
export function personalDatabases(core: Pick<PrivacyCore, 'registry' | 'stores'>): StoreDatabase[] {
  const files: StoreDatabase[] = [];
  const databases = new Map<string, string[]>();
  for (const store of Object.values(core.stores)) {
    if (dialectOfPlatform(store.em.getPlatform()) === 'sqlite') files.push({ file: store.config.get('dbName') ?? '' });
    else {
      const url = store.config.get('clientUrl') ?? '';
      databases.set(url, [...(databases.get(url) ?? []), ...personalTables(core, store)]);
    }
  }
  return [...files, ...[...databases].map(([url, tables]) => ({ url, tables: [...new Set(tables)] }))];
}
