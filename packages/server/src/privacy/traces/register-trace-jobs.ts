import { statSync } from 'node:fs';
import type { Logger } from 'pino';
import { isOfEarlierVersion, releasePages } from '../../platform/cleaning/release-pages.ts';
import { rewriteFiles } from '../../platform/cleaning/rewrite-files.ts';
import { enqueueOnce } from '../../platform/jobs/enqueue-job.ts';
import type { JobBackoff } from '../../platform/jobs/job-backoff.ts';
import type { JobWorker } from '../../platform/jobs/job-worker.ts';
import type { PrivacyCore } from '../core.ts';
import { CLEAN_TRACES, cleanTraces } from './clean-traces.ts';
import { personalDatabases, type StoreDatabase } from './personal-tables.ts';
import { nextQuietHour } from './quiet-hour.ts';

/** What cleaning needs besides the core. */
export interface TraceOptions {
  readonly logger: Logger;
  /** The program that writes an SQLite file anew, and its arguments. */
  readonly fileCleaner: readonly [string, ...string[]];
  /** Where the seller is, and so the quiet hour of large shops. */
  readonly timeZone: string;
}

/** The job that writes files and tables anew in a quiet hour. */
export const REWRITE_STORES = 'rewrite-stores';

/** Up to this size (bytes) rows and indexes are written anew at once: others wait for a second at most. */
const SMALL = 32 * 1024 * 1024;

/** It must not be given up: somebody is always at the files of a busy shop. */
const NEVER_GIVEN_UP: Partial<JobBackoff> = { firstMs: 5_000, maxAttempts: Number.POSITIVE_INFINITY };

/**
 * Cleans deleted rows out of the files (decision 022). Soon after: free pages and the log of writes on SQLite, a plain VACUUM on
 * PostgreSQL, beside everybody else. That leaves bytes in pages that are in use, so then all is written anew: at once in a small shop,
 * in the quiet hour of a large one.
 */
export function registerTraceJobs(worker: JobWorker, core: PrivacyCore, options: TraceOptions): void {
  worker.registerJob(
    CLEAN_TRACES,
    async () => {
      const databases = personalDatabases(core);
      if ((await sizeOf(databases)) <= SMALL) return rewrite(databases, options);
      await cleanBesideOthers(databases);
      const runAt = nextQuietHour(core.clock.now(), options.timeZone);
      await core.stores.main.em.fork().transactional((em) => enqueueOnce(em, { kind: REWRITE_STORES, runAt }));
    },
    NEVER_GIVEN_UP,
  );
  worker.registerJob(REWRITE_STORES, () => rewrite(personalDatabases(core), options), NEVER_GIVEN_UP);
}

/** Has SQLite files of an earlier version written anew, since they cannot give free pages back before. */
export async function cleanFilesOfEarlierVersion(core: PrivacyCore): Promise<void> {
  const old = personalDatabases(core).some((database) => 'file' in database && isOfEarlierVersion(database.file));
  if (old) await cleanTraces(core);
}

async function cleanBesideOthers(databases: readonly StoreDatabase[]): Promise<void> {
  for (const database of databases) {
    if ('file' in database) await releasePages(database.file);
    else await (await import('../../platform/cleaning/rewrite-tables.ts')).vacuumTables(database);
  }
}

async function rewrite(databases: readonly StoreDatabase[], { fileCleaner, logger }: TraceOptions): Promise<void> {
  for (const database of databases) {
    if ('file' in database) {
      await rewriteFiles(fileCleaner, [database.file]);
      continue;
    }
    const { rewriteTables } = await import('../../platform/cleaning/rewrite-tables.ts');
    const { complete } = await rewriteTables(database);
    if (!complete) {
      logger.warn({ code: 'SAMPLES_LEFT' }, 'the samples of the planner keep erased values until a table is analysed');
    }
  }
}

async function sizeOf(databases: readonly StoreDatabase[]): Promise<number> {
  let size = 0;
  for (const database of databases) {
    if ('file' in database) size += statSync(database.file).size;
    else size += await (await import('../../platform/cleaning/rewrite-tables.ts')).sizeOfTables(database);
  }
  return size;
}
