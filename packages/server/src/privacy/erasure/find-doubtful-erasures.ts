import type { RunSql } from '../../platform/orm/raw-sql.ts';

/** The stores that each have a record of every executed erasure, beside the ledger. */
export type RecordingStore = 'main' | 'keys' | 'log';

const FIRST = '00000000-0000-0000-0000-000000000000';

/** How many records are read at once: PostgreSQL, before it has counted a table, sorts it for each reading. */
const READ = 25_000;

/** How many ids are told at once. */
const TOLD = 500;

/**
 * Where each store says who is erased, and whether it doubts that itself. The conditions on state and pseudonym are written so that
 * no index serves them: by those, every reading would sort all records anew, where the primary key has them in order.
 */
const RECORDS: Readonly<Record<RecordingStore, string>> = {
  main: `select id, 0 as doubt from subject
    where case state when 'ERASED' then 1 else 0 end = 1 and id > ? order by id limit ${READ}`,
  keys: `select subject_id as id, case when exists
      (select 1 from subject_key where subject_key.subject_id = destroyed_key.subject_id) then 1 else 0 end as doubt
    from destroyed_key where subject_id > ? order by subject_id limit ${READ}`,
  log: `select subject_id as id, 0 as doubt from subject_pseudonym
    where case when pseudonym is null then 1 else 0 end = 1 and subject_id > ? order by subject_id limit ${READ}`,
};

interface ErasureMark {
  readonly id: string;
  readonly doubt: number;
}

/**
 * Finds the subjects whose erasure does not stand in all three stores and in the ledger, or whose key is there beside its record, in
 * batches. All records are walked through side by side: a start has to bear any number of erasures that hold everywhere.
 */
export async function* findDoubtfulErasures(
  run: Readonly<Record<RecordingStore, RunSql>>,
  inLedger: Iterable<string>,
): AsyncGenerator<string[]> {
  const stores = await Promise.all([
    ...(['main', 'keys', 'log'] as const).map((name) =>
      openMarks((after) => run[name]<ErasureMark>(RECORDS[name], [after])),
    ),
    openMarks(inBatches(inLedger)),
  ]);
  let doubtful: string[] = [];
  for (;;) {
    let least: string | null = null;
    for (const { head } of stores) if (head && (least === null || head.id < least)) least = head.id;
    if (least === null) break;
    let found = 0;
    let doubt = 0;
    for (const store of stores) {
      if (store.head?.id !== least) continue;
      found += 1;
      doubt += store.head.doubt;
      if (!store.step()) await store.read();
    }
    if (found < stores.length || doubt > 0) doubtful.push(least);
    if (doubtful.length < TOLD) continue;
    yield doubtful;
    doubtful = [];
  }
  if (doubtful.length > 0) yield doubtful;
}

/** The records of a store in the order of ids. */
interface Marks {
  /** The one that is looked at; null at the end. */
  readonly head: ErasureMark | null;
  /** Goes on to the next that is read already; false if there is none. */
  step(): boolean;
  /** Reads on behind the last one. */
  read(): Promise<void>;
}

/** Answers the ids of the ledger as a store does. */
function inBatches(ids: Iterable<string>): () => Promise<ErasureMark[]> {
  const sorted = [...ids].sort();
  let at = 0;
  return async () => {
    const batch = sorted.slice(at, at + READ);
    at += READ;
    return batch.map((id) => ({ id, doubt: 0 }));
  };
}

async function openMarks(readAfter: (id: string) => Promise<ErasureMark[]>): Promise<Marks> {
  let rows: ErasureMark[] = [];
  let at = 0;
  let after = FIRST;
  const marks: Marks = {
    get head() {
      return rows[at] ?? null;
    },
    step: () => {
      at += 1;
      return at < rows.length;
    },
    read: async () => {
      rows = await readAfter(after);
      at = 0;
      after = rows.at(-1)?.id ?? after;
    },
  };
  await marks.read();
  return marks;
}
