import type { DownloadLinkArgs } from '@barrier/schema/data-rights/download.args.ts';
import type { RequestDownloadLinkPayload } from '@barrier/schema/data-rights/download.type.ts';
import { hashOfToken, newToken } from '../../../platform/tokens/token.ts';
import { accountError } from '../../accounts/account-errors.ts';
import { dataRightsError } from '../data-rights-errors.ts';
import { type PersonContext, requirePerson } from '../require-person.ts';
import { DataDownload } from './data-download.entity.ts';

/**
 * Makes the token by which a copy is fetched, after a fresh proof: it works once, as long as the copy is kept, and takes the place of one
 * made before. Only its hash is stored (D16).
 * @throws {PublicError} as `requirePerson`
 */
export async function requestDownloadLink(
  context: PersonContext,
  { token, id, language }: DownloadLinkArgs,
): Promise<RequestDownloadLinkPayload> {
  const { core } = context;
  const { subjectIds, fresh } = await requirePerson(context, token);
  if (!fresh) return { linkToken: null, userErrors: [accountError('NOT_FRESH', language)] };
  const linkToken = newToken();
  const found = await core.stores.main.em.fork().nativeUpdate(
    DataDownload,
    {
      id: isId(id) ? id : NO_ID,
      subjectId: subjectIds[0] ?? NO_ID,
      state: 'READY',
      expiresAt: { $gt: core.clock.now() },
    },
    { tokenHash: hashOfToken(linkToken), takenAt: null },
  );
  // The same for one of somebody else's and one that there never was (D20).
  if (found === 0) return { linkToken: null, userErrors: [dataRightsError('DOWNLOAD_GONE', language)] };
  return { linkToken, userErrors: [] };
}

const NO_ID = '00000000-0000-0000-0000-000000000000';

/** What is no UUID would be an error of PostgreSQL's. */
function isId(id: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
}
