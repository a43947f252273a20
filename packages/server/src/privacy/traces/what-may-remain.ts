import { openReadOnly, type ReadOnlyDatabase } from '../../platform/orm/read-only.ts';
import { dialectOf } from '../../platform/orm/store.ts';
import { LONGEST_BACKUP_DAYS } from './longest-backup.ts';

/**
 * What may be left of an erased subject beside the records that they were erased, and until when, as sentences for a person: for receipts
 * and for whoever checks. Nothing is said of a subject who is not erased.
 */
export async function whatMayRemain(
  stores: Readonly<Record<'main' | 'keys' | 'log', string>>,
  subjectId: string,
): Promise<string[]> {
  const main = await openReadOnly(stores.main);
  const keys = await openReadOnly(stores.keys);
  try {
    const [record] = await main.run<{ epoch: number | null }>(
      'select key_epoch as epoch from erasure_record where subject_id = ? and executed_at is not null',
      [subjectId],
    );
    if (!record) return [];
    const [epoch] = await keys.run<{ state: string; destroyedAt: string | null }>(
      'select state, destroyed_at as "destroyedAt" from key_epoch where number = ?',
      [record.epoch],
    );
    const gone = epoch?.state === 'DESTROYED' && epoch.destroyedAt;
    const final = gone
      ? `its key is of epoch ${record.epoch}, destroyed as of ${epoch.destroyedAt}: no copy opens.`
      : `its key is of epoch ${record.epoch}: copies of it open until that is destroyed, by the next rotation.`;
    return [
      `backups from before, for ${LONGEST_BACKUP_DAYS} days at most; ${final}`,
      'the payment, in the books of the payment institution, by a random reference.',
      'the number and amounts of an invoice, in the books of the shop, which lead to nobody.',
      'blocks that the disk has given free and not yet used again: encrypt the disk.',
      ...(dialectOf(stores.main) === 'postgresql' ? [await writeAheadLog(main)] : []),
    ];
  } finally {
    await main.close();
    await keys.close();
  }
}

async function writeAheadLog({ run }: ReadOnlyDatabase): Promise<string> {
  const settings = await run<{ name: string; value: string }>(
    `select name, current_setting(name) as value from unnest(array['max_wal_size', 'wal_keep_size', 'archive_mode']) as name`,
  );
  const of = (name: string) => settings.find((setting) => setting.name === name)?.value ?? '?';
  const archived =
    of('archive_mode') === 'off' ? 'not archived' : 'and, since it is archived, as long as you keep that';
  return `PostgreSQL's write-ahead log, sealed, until it is overwritten: after twice max_wal_size (${of('max_wal_size')}) and wal_keep_size (${of('wal_keep_size')}) of further writes; ${archived}.`;
}
