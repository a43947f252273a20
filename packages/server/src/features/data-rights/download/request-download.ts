import type { RequestDownloadPayload } from '@barrier/schema/data-rights/download.type.ts';
import type { PersonArgs } from '@barrier/schema/data-rights/holdings.args.ts';
import type { SqlEntityManager } from '@mikro-orm/sql';
import { enqueueJob } from '../../../platform/jobs/enqueue-job.ts';
import { lockName } from '../../../platform/orm/lock-name.ts';
import { sqlIn } from '../../../platform/orm/raw-sql.ts';
import { newId } from '../../../platform/tokens/new-id.ts';
import { lockSubjectRow } from '../../../privacy/subjects/lock-active-subject.ts';
import { accountError } from '../../accounts/account-errors.ts';
import { dataRightsError } from '../data-rights-errors.ts';
import { DataRightsJob } from '../data-rights-job.ts';
import { inOrder } from '../holdings/in-order.ts';
import { type PersonContext, requirePerson } from '../require-person.ts';
import { DataDownload } from './data-download.entity.ts';
import { DownloadPart } from './download-part.entity.ts';
import { viewDownload } from './view-download.ts';

/** Copies that somebody may ask for within a day. */
const MAX_A_DAY = 3;
const DAY_MS = 86_400_000;

/**
 * Has a copy of all that is held about whoever asks put together, by a job (P6.1). One at a time: while one is being made it is answered;
 * one that waits to be fetched gives way to the new one.
 * @throws {PublicError} as `requirePerson`
 */
export async function requestDownload(
  context: PersonContext,
  { token, language }: PersonArgs,
): Promise<RequestDownloadPayload> {
  const { core } = context;
  const { subjectIds, fresh } = await requirePerson(context, token);
  if (!fresh) return { download: null, userErrors: [accountError('NOT_FRESH', language)] };
  const [subjectId = ''] = subjectIds;
  const now = core.clock.now();
  const download = await core.stores.main.em.fork().transactional(async (em) => {
    await lockName(sqlIn(em), `download/${subjectId}`);
    await lockSubjectRow(em, subjectId);
    const ofTheDay = await em.find(
      DataDownload,
      { subjectId, requestedAt: { $gt: new Date(now.getTime() - DAY_MS) } },
      { orderBy: { requestedAt: 'desc' } },
    );
    const underWay = ofTheDay.find(({ state }) => state === 'BUILDING');
    if (underWay) return underWay;
    if (ofTheDay.length >= MAX_A_DAY) return null;
    await replaceReady(em, subjectId);
    const made = em.create(DataDownload, {
      id: newId(),
      subjectId,
      state: 'BUILDING',
      language,
      requestedAt: now,
      expiresAt: new Date(now.getTime() + core.registry.retentionDays.DOWNLOAD * DAY_MS),
    });
    await em.flush();
    await em.insertMany(
      DownloadPart,
      inOrder(subjectIds).map((about, position) => ({ id: newId(), download: made.id, subjectId: about, position })),
    );
    await enqueueJob(em, { kind: DataRightsJob.BUILD_DOWNLOAD, payload: { downloadId: made.id } });
    return made;
  });
  if (!download) return { download: null, userErrors: [dataRightsError('TOO_MANY_DOWNLOADS', language)] };
  return { download: await viewDownload(core, download), userErrors: [] };
}

async function replaceReady(em: SqlEntityManager, subjectId: string): Promise<void> {
  const ready = await em.find(DataDownload, { subjectId, state: 'READY' });
  const ids = ready.map(({ id }) => id);
  await em.nativeDelete(DownloadPart, { download: { $in: ids } });
  for (const download of ready) Object.assign(download, { state: 'REPLACED', tokenHash: null });
  await em.flush();
}
