import type { SqlRunner } from './raw-sql.ts';

/**
 * Has transactions that name the same thing queue up here until they end: for what is counted or looked up and then written, where
 * there may be no row yet to lock. SQLite lets one transaction write at a time. Names are hashed; two that meet only wait in vain.
 */
export async function lockName({ run, dialect }: Pick<SqlRunner, 'run' | 'dialect'>, name: string): Promise<void> {
  if (dialect === 'postgresql') await run('select pg_advisory_xact_lock(hashtextextended(?, 0))', [name]);
}
