import { PublicError } from '../../../platform/errors.ts';
import { sqlIn } from '../../../platform/orm/raw-sql.ts';
import { storedMoment } from '../../../platform/orm/stored-moment.ts';
import { hashOfToken } from '../../../platform/tokens/token.ts';
import type { PrivacyCore } from '../../../privacy/core.ts';
import { DataDownload } from './data-download.entity.ts';
import { DownloadPart } from './download-part.entity.ts';

/**
 * Takes the copy that a token leads to, for whoever comes first: one statement, so that of two at once one gets it, in whatever process.
 * @throws {PublicError} NOT_FOUND, alike for a token that is wrong, used or over (D20).
 */
export async function takeDownload({ stores, clock }: PrivacyCore, token: string): Promise<DataDownload> {
  const em = stores.main.em.fork();
  const { run, dialect } = sqlIn(em);
  const now = storedMoment(clock.now(), dialect);
  const [taken] = await run<{ id: string }>(
    `update data_download set taken_at = ?
      where token_hash = ? and state = 'READY' and expires_at > ? and taken_at is null returning id`,
    [now, hashOfToken(token), now],
  );
  if (!taken) throw new PublicError('NOT_FOUND', 'This link leads to no file. It works once, and for a day.');
  return em.findOneOrFail(DataDownload, { id: taken.id });
}

/** Ends the taking of a copy: it is gone if it was fetched whole, and can be taken again by the same link if the connection broke. */
export async function settleDownload({ stores }: PrivacyCore, { id }: DataDownload, fetched: boolean): Promise<void> {
  await stores.main.em.fork().transactional(async (em) => {
    if (!fetched) return void (await em.nativeUpdate(DataDownload, { id, state: 'READY' }, { takenAt: null }));
    await em.nativeUpdate(DataDownload, { id, state: 'READY' }, { state: 'FETCHED', tokenHash: null });
    await em.nativeDelete(DownloadPart, { download: id });
  });
}
