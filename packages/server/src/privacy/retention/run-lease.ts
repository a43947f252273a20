import { randomUUID } from 'node:crypto';
import type { SqlEntityManager } from '@mikro-orm/sql';
import { lockName } from '../../platform/orm/lock-name.ts';
import { sqlIn } from '../../platform/orm/raw-sql.ts';
import { newId } from '../../platform/tokens/new-id.ts';
import type { PrivacyCore } from '../core.ts';
import { RetentionRun, type RuleTally } from './retention-run.entity.ts';

/** How long (ms) a process has a run for itself; each batch renews it. As long as a job's lease: after a kill both are free. */
const LEASE_MS = 60_000;

/** How long (ms) the record of a run is kept. */
const RECORD_KEPT_MS = 90 * 86_400_000;

/** Another process has the run: a job, or a command beside the server. */
export class RetentionBusyError extends Error {
  override readonly name = 'RetentionBusyError';
  readonly code = 'RETENTION_BUSY';
}

/** A run that this process has for itself. */
export interface RunLease {
  readonly id: string;
  readonly lease: string;
  /** Whether another process had begun it and was killed. */
  readonly resumed: boolean;
  /** What it had done by then. */
  readonly rules: readonly RuleTally[];
}

/** Begins a run, or takes up the one that was cut short. @throws {RetentionBusyError} */
export function takeRun({ stores, clock }: Pick<PrivacyCore, 'stores' | 'clock'>): Promise<RunLease> {
  return stores.main.em.fork().transactional(async (em) => {
    await lockName(sqlIn(em), 'retention-run');
    const now = clock.now();
    await em.nativeDelete(RetentionRun, { startedAt: { $lt: new Date(now.getTime() - RECORD_KEPT_MS) } });
    const left = await em.findOne(RetentionRun, { finishedAt: null }, { orderBy: { startedAt: 'desc' } });
    if (left?.lockedUntil && left.lockedUntil > now) {
      throw new RetentionBusyError('The retention rules are being run by another process.');
    }
    const lease = randomUUID();
    const lockedUntil = new Date(now.getTime() + LEASE_MS);
    if (left) em.assign(left, { lease, lockedUntil });
    const run =
      left ?? em.create(RetentionRun, { id: newId(), startedAt: now, finishedAt: null, rules: [], lease, lockedUntil });
    return { id: run.id, lease, resumed: left !== null, rules: run.rules };
  });
}

/**
 * Puts on record what was done, in the transaction that did it, and keeps the run for this process.
 * @throws {RetentionBusyError} if another process has taken it: the transaction must be rolled back.
 */
export function recordProgress(
  em: SqlEntityManager,
  { clock }: Pick<PrivacyCore, 'clock'>,
  run: RunLease,
  rules: readonly RuleTally[],
): Promise<void> {
  return update(em, run, { rules, lockedUntil: new Date(clock.now().getTime() + LEASE_MS) });
}

/** Ends a run; answers its record. */
export async function finishRun(
  { stores, clock }: Pick<PrivacyCore, 'stores' | 'clock'>,
  run: RunLease,
  rules: readonly RuleTally[],
): Promise<RetentionRun> {
  const em = stores.main.em.fork();
  await update(em, run, { rules, finishedAt: clock.now(), lease: null, lockedUntil: null });
  return em.findOneOrFail(RetentionRun, { id: run.id });
}

/** Leaves a run to whoever comes next. */
export async function releaseRun({ stores }: Pick<PrivacyCore, 'stores'>, { id, lease }: RunLease): Promise<void> {
  await stores.main.em.fork().nativeUpdate(RetentionRun, { id, lease }, { lease: null, lockedUntil: null });
}

async function update(
  em: SqlEntityManager,
  { id, lease }: RunLease,
  changes: Partial<Pick<RetentionRun, 'rules' | 'finishedAt' | 'lease' | 'lockedUntil'>>,
): Promise<void> {
  const changed = await em.nativeUpdate(RetentionRun, { id, lease }, changes);
  if (changed === 0) throw new RetentionBusyError('Another process has taken the run of the retention rules.');
}
