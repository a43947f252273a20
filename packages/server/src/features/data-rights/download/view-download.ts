import type { DataDownload as DataDownloadType } from '@barrier/schema/data-rights/download.type.ts';
import type { PersonArgs } from '@barrier/schema/data-rights/holdings.args.ts';
import { sqlIn } from '../../../platform/orm/raw-sql.ts';
import type { PrivacyCore } from '../../../privacy/core.ts';
import { type PersonContext, requirePerson } from '../require-person.ts';
import { DataDownload } from './data-download.entity.ts';

/** The newest copy that whoever asks has asked for, and how far it is; null if there is none. @throws {PublicError} as `requirePerson` */
export async function findDownload(context: PersonContext, { token }: PersonArgs): Promise<DataDownloadType | null> {
  const { core } = context;
  const { subjectIds } = await requirePerson(context, token);
  const [newest] = await core.stores.main.em
    .fork()
    .find(
      DataDownload,
      { subjectId: subjectIds[0] ?? '', expiresAt: { $gt: core.clock.now() } },
      { orderBy: { requestedAt: 'desc' }, limit: 1 },
    );
  return newest ? viewDownload(core, newest) : null;
}

/** A copy as the graph answers it. */
export async function viewDownload(
  { stores }: Pick<PrivacyCore, 'stores'>,
  { id, state, requestedAt, expiresAt }: DataDownload,
): Promise<DataDownloadType | null> {
  if (state === 'REPLACED' || state === 'CANARY') return null;
  return {
    id,
    state,
    percent: state === 'BUILDING' ? await percentOf(stores.main.em.fork(), id) : state === 'FAILED' ? 0 : 100,
    requestedAt: requestedAt.toISOString(),
    availableUntil: state === 'READY' ? expiresAt.toISOString() : null,
  };
}

/** Never 100 before it can be fetched. */
async function percentOf(em: Parameters<typeof sqlIn>[0], id: string): Promise<number> {
  const [row] = await sqlIn(em).run<{ parts: number | string; copied: number | string }>(
    'select count(*) as parts, count(content) as copied from download_part where download_id = ?',
    [id],
  );
  const parts = Math.max(1, Number(row?.parts ?? 1));
  return Math.floor((99 * Number(row?.copied ?? 0)) / parts);
}
