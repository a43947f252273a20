import { ownSql } from '../../platform/orm/own-sql.ts';
import { placeholders, RawSql } from '../../platform/orm/raw-sql.ts';
import type { PrivacyCore } from '../core.ts';

/** The living subjects of the main store, and those of them whose key is gone without a record that it was destroyed. */
export interface LostKeys {
  readonly living: number;
  readonly lost: readonly string[];
}

const BATCH = 500;

/**
 * Finds the living subjects who have no key: the key store was restored from before they came, or is another shop's. Nothing of them
 * can be opened, and nobody asked for that.
 */
export async function findLostKeys({ stores }: Pick<PrivacyCore, 'stores'>): Promise<LostKeys> {
  const main = new RawSql(stores.main);
  const keys = ownSql(stores.keys);
  const lost: string[] = [];
  let living = 0;
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const rows = await main.run<{ id: string }>(
      `select id from subject where state = 'ACTIVE' and id > ? order by id limit ${BATCH}`,
      [after],
    );
    const last = rows.at(-1);
    if (!last) return { living, lost };
    after = last.id;
    living += rows.length;
    const ids = rows.map(({ id }) => id);
    const list = placeholders(ids.length);
    const found = await keys.run<{ id: string }>(
      `select subject_id as id from subject_key where subject_id in ${list}
       union select subject_id from destroyed_key where subject_id in ${list}`,
      [...ids, ...ids],
    );
    const known = new Set(found.map(({ id }) => id));
    lost.push(...ids.filter((id) => !known.has(id)));
  }
}
