import { v4 as uuidv4 } from 'uuid';
import { placeholders, sqlIn } from '../orm/raw-sql.ts';
import type { Store } from '../orm/store.ts';
import { momentOf, type StoredMoment, storedMoment } from '../orm/stored-moment.ts';
import type { JobPayload } from './job.entity.ts';

/** What a claim needs. */
export interface Claim {
  readonly kinds: readonly string[];
  readonly now: Date;
  readonly leaseMs: number;
  readonly limit: number;
}

/** A job that a worker has taken. */
export interface TakenJob {
  readonly id: string;
  readonly kind: string;
  readonly payload: JobPayload;
  /** This one counted. */
  readonly attempts: number;
  /** Names the taking. */
  readonly lease: string;
}

interface TakenRow {
  readonly id: string;
  readonly kind: string;
  /** Parsed by PostgreSQL's driver, text in SQLite. */
  readonly payload: JobPayload | string;
  readonly attempts: number;
  readonly run_at: StoredMoment;
}

/**
 * Takes due jobs for one worker, by one statement, since every job passes here. Rows that another worker is taking are
 * skipped, not waited for (on SQLite statements run one after the other), so no job is taken twice while its lease lasts.
 */
export async function claimJobs(store: Store, { kinds, now, leaseMs, limit }: Claim): Promise<TakenJob[]> {
  const { run, dialect } = sqlIn(store.em);
  const lease = uuidv4();
  const at = storedMoment(now, dialect);
  const rows = await run<TakenRow>(
    `update job set lease = ?, locked_until = ?, attempts = attempts + 1 where id in (
       select id from job where state = 'QUEUED' and run_at <= ? and (locked_until is null or locked_until <= ?)
         and kind in ${placeholders(kinds.length)}
       order by run_at, id limit ${limit} ${dialect === 'postgresql' ? 'for update skip locked' : ''}
     ) returning id, kind, payload, attempts, run_at`,
    [lease, storedMoment(new Date(now.getTime() + leaseMs), dialect), at, at, ...kinds],
    // After a power cut nobody holds the job, and it is as due as before.
    { durable: false },
  );
  return rows
    .sort((a, b) => momentOf(a.run_at).getTime() - momentOf(b.run_at).getTime() || (a.id < b.id ? -1 : 1))
    .map(({ id, kind, payload, attempts }) => ({
      id,
      kind,
      payload: typeof payload === 'string' ? (JSON.parse(payload) as JobPayload) : payload,
      attempts,
      lease,
    }));
}

/** The moment at which the next job will be due, or null if none waits. */
export async function nextDueAt(store: Store, kinds: readonly string[]): Promise<Date | null> {
  const [next] = await sqlIn(store.em).run<{ run_at: StoredMoment | null }>(
    `select min(run_at) as run_at from job
      where state = 'QUEUED' and locked_until is null and kind in ${placeholders(kinds.length)}`,
    kinds,
  );
  return next?.run_at == null ? null : momentOf(next.run_at);
}
