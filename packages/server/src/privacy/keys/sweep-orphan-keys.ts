import { ownSql } from '../../platform/orm/own-sql.ts';
import { placeholders, RawSql } from '../../platform/orm/raw-sql.ts';
import type { PrivacyCore } from '../core.ts';

/** A key without a subject is an orphan once it is older than this; no transaction lasts as long (D3). */
export const ORPHAN_AGE_MS = 60 * 60_000;

const BATCH = 500;

/** Deletes the keys of subjects whose transaction never committed. Answers how many. */
export async function sweepOrphanKeys(core: Pick<PrivacyCore, 'stores' | 'keys' | 'clock'>): Promise<number> {
  const keys = ownSql(core.stores.keys);
  const main = new RawSql(core.stores.main);
  const before = new Date(core.clock.now().getTime() - ORPHAN_AGE_MS).toISOString();
  let swept = 0;
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const rows = await keys.run<{ subjectId: string }>(
      `select subject_id as "subjectId" from subject_key
       where created_at < ? and subject_id > ? order by subject_id limit ${BATCH}`,
      [before, after],
    );
    const last = rows.at(-1);
    if (!last) return swept;
    after = last.subjectId;
    const ids = rows.map(({ subjectId }) => subjectId);
    const known = await main.run<{ id: string }>(`select id from subject where id in ${placeholders(ids.length)}`, ids);
    const alive = new Set(known.map(({ id }) => id));
    for (const id of ids) {
      if (alive.has(id)) continue;
      await core.keys.dropOrphan(id);
      swept += 1;
    }
  }
}
