import { ownSql } from '../../platform/orm/own-sql.ts';
import { placeholders, RawSql, type RunSql } from '../../platform/orm/raw-sql.ts';
import type { PrivacyCore } from '../core.ts';
import type { SubjectState } from '../subjects/subject.entity.ts';
import { findDoubtfulErasures, type RecordingStore } from './find-doubtful-erasures.ts';

/** An erasure that one store or the ledger knows to be executed and another does not: the other was restored from before. */
export interface UndoneErasure {
  readonly subjectId: string;
  /** When the key was destroyed, if the key store or the ledger knows. */
  readonly knownSince: string | null;
  /** How the main store has the subject; null if it has never heard of them. */
  readonly state: 'ACTIVE' | 'ERASED' | null;
  readonly hasKey: boolean;
  readonly hasPseudonym: boolean;
  readonly isInLedger: boolean;
}

/**
 * Finds the erasures that hold in one store and not in all. Each of the three stores has a record of every executed erasure, so
 * whichever is restored from an older copy is told by the others, and all three by the ledger. One that is under way is left out.
 */
export async function* findUndoneErasures({
  stores,
  ledger,
}: Pick<PrivacyCore, 'stores' | 'ledger'>): AsyncGenerator<UndoneErasure> {
  const run = { main: new RawSql(stores.main).run, keys: ownSql(stores.keys).run, log: ownSql(stores.log).run };
  const { erasures } = await ledger.read();
  for await (const ids of findDoubtfulErasures(run, erasures.keys())) yield* undoneAmong(run, ids, erasures);
}

async function* undoneAmong(
  run: Readonly<Record<RecordingStore, RunSql>>,
  ids: readonly string[],
  inLedger: ReadonlyMap<string, string>,
): AsyncGenerator<UndoneErasure> {
  const list = placeholders(ids.length);
  const states = await mapOf<SubjectState>(run.main, `select id, state as value from subject where id in ${list}`, ids);
  const keys = await mapOf(
    run.keys,
    `select subject_id as id, 1 as value from subject_key where subject_id in ${list}`,
    ids,
  );
  const records = await mapOf<string>(
    run.keys,
    `select subject_id as id, destroyed_at as value from destroyed_key where subject_id in ${list}`,
    ids,
  );
  const pseudonyms = await mapOf<string | null>(
    run.log,
    `select subject_id as id, pseudonym as value from subject_pseudonym where subject_id in ${list}`,
    ids,
  );
  for (const subjectId of ids) {
    const state = states.get(subjectId) ?? null;
    if (state === 'ERASING') continue;
    const isInLedger = inLedger.has(subjectId);
    const executed = state !== 'ACTIVE' && !keys.has(subjectId) && records.has(subjectId);
    if (executed && pseudonyms.get(subjectId) === null && isInLedger) continue;
    const knownSince = records.get(subjectId) ?? inLedger.get(subjectId) ?? null;
    const hasPseudonym = (pseudonyms.get(subjectId) ?? null) !== null;
    yield { subjectId, knownSince, state, hasKey: keys.has(subjectId), hasPseudonym, isInLedger };
  }
}

async function mapOf<Value = unknown>(run: RunSql, text: string, ids: readonly string[]): Promise<Map<string, Value>> {
  const rows = await run<{ id: string; value: Value }>(text, ids);
  return new Map(rows.map(({ id, value }) => [id, value]));
}
