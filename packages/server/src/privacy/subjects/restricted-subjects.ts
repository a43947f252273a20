import { placeholders, sqlIn } from '../../platform/orm/raw-sql.ts';
import type { Store } from '../../platform/orm/store.ts';

/** How many ids go into one statement. */
const BATCH = 500;

/** Those of some subjects whose data is under restriction. Not to be asked inside a transaction of the main store. */
export async function restrictedAmong(main: Store, subjectIds: Iterable<string>): Promise<Set<string>> {
  const { run } = sqlIn(main.em);
  const asked = [...new Set(subjectIds)];
  const restricted = new Set<string>();
  for (let at = 0; at < asked.length; at += BATCH) {
    const batch = asked.slice(at, at + BATCH);
    const rows = await run<{ id: string }>(
      `select id from subject where id in ${placeholders(batch.length)} and restricted_at is not null`,
      batch,
    );
    for (const { id } of rows) restricted.add(id);
  }
  return restricted;
}
