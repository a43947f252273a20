import type { JobRun } from '../../../platform/jobs/job-run.ts';
import { lockActiveSubject } from '../../../privacy/subjects/lock-active-subject.ts';
import { copyParts } from './copy-parts.ts';
import { DataDownload } from './data-download.entity.ts';
import type { DownloadDeps } from './download-deps.ts';
import { DownloadPart } from './download-part.entity.ts';
import { openReadyMail } from './open-ready-mail.ts';
import { queueReadyMail } from './queue-ready-mail.ts';

/** Parts that are opened against one write of the log. */
const AT_ONCE = 10;

/** After so many attempts a copy has failed: whoever asked may ask again. */
export const MAX_ATTEMPTS = 8;

const DAY_MS = 86_400_000;

/**
 * Puts a copy together, part by part; each is committed by itself, so that the next attempt goes on where the one before was killed, and
 * nothing can be fetched until all of them are there.
 */
export async function buildDownload(deps: DownloadDeps, run: JobRun): Promise<void> {
  const id = run.payload.downloadId ?? '';
  try {
    if (await copyAll(deps, id, run.signal)) await finish(deps, id, run);
  } catch (error) {
    if (run.attempt >= MAX_ATTEMPTS && !run.signal.aborted) await fail(deps, id);
    throw error;
  }
}

/** Copies what is not copied yet; false if there is no such copy to be made any more. */
async function copyAll({ core }: DownloadDeps, id: string, signal: AbortSignal): Promise<boolean> {
  for (;;) {
    signal.throwIfAborted();
    const em = core.stores.main.em.fork();
    const download = await em.findOne(DataDownload, { id, state: 'BUILDING' });
    if (!download) return false;
    const parts = await em.find(
      DownloadPart,
      { download: id, content: null },
      { orderBy: { position: 'asc' }, limit: AT_ONCE },
    );
    if (parts.length === 0) return true;
    await copyParts(core, parts, download.language);
  }
}

async function finish(deps: DownloadDeps, id: string, run: JobRun): Promise<void> {
  const { core } = deps;
  const download = await core.stores.main.em.fork().findOne(DataDownload, { id, state: 'BUILDING' });
  if (!download) return;
  // Before the transaction: the log is written on its own connection (D6).
  const mail = await openReadyMail(core, download.subjectId);
  const expiresAt = new Date(core.clock.now().getTime() + core.registry.retentionDays.DOWNLOAD * DAY_MS);
  await core.stores.main.em.fork().transactional(async (em) => {
    const subject = await lockActiveSubject(core, em, download.subjectId);
    await em.nativeUpdate(DataDownload, { id, state: 'BUILDING' }, { state: 'READY', expiresAt });
    if (mail) await queueReadyMail(deps, em, subject, { ...mail, language: download.language });
    await run.completeIn(em);
  });
}

async function fail({ core }: DownloadDeps, id: string): Promise<void> {
  await core.stores.main.em.fork().transactional(async (em) => {
    await em.nativeUpdate(DataDownload, { id, state: 'BUILDING' }, { state: 'FAILED' });
    await em.nativeDelete(DownloadPart, { download: id });
  });
}
