import { setImmediate as nextTurn } from 'node:timers/promises';
import { grantAccess } from '../../../privacy/access/grant-access.ts';
import type { PrivacyCore } from '../../../privacy/core.ts';
import { PrivacyError } from '../../../privacy/privacy-error.ts';
import { DataDownload } from './data-download.entity.ts';
import { DownloadPart } from './download-part.entity.ts';
import type { PartContent } from './part-content.ts';

/** Parts that are in memory at a time. */
const AT_ONCE = 10;

/**
 * The parts of a copy in their order, opened a few at a time, by the right that its token carries. What was erased since it was made is
 * not among them.
 * @throws if the copy is replaced meanwhile.
 */
export async function* openParts(core: PrivacyCore, downloadId: string): AsyncGenerator<PartContent> {
  let last = -1;
  for (;;) {
    const parts = await core.stores.main.em
      .fork()
      .find(
        DownloadPart,
        { download: downloadId, position: { $gt: last } },
        { orderBy: { position: 'asc' }, limit: AT_ONCE },
      );
    if (parts.length === 0) return requireWhole(core, downloadId);
    // As where they are copied: others want to be heard meanwhile.
    await nextTurn();
    last = parts.at(-1)?.position ?? last;
    yield* await openSome(core, parts);
  }
}

/**
 * Parts also end where a newer copy has taken the place of this one, or another has fetched it: what was sent until then must not look whole.
 * @throws if the copy is not there any more.
 */
async function requireWhole({ stores }: PrivacyCore, id: string): Promise<void> {
  const isThere = await stores.main.em.fork().count(DataDownload, { id, state: 'READY' });
  if (isThere === 0) throw new Error('A copy was replaced while it was being fetched.');
}

async function openSome(core: PrivacyCore, parts: readonly DownloadPart[]): Promise<PartContent[]> {
  const grants = await grantAccess(core, {
    viewer: { kind: 'visitor', proofs: parts.map(({ subjectId }) => ({ subjectId, by: 'CODE' as const })) },
    purpose: 'DATA_RIGHTS',
    reason: 'DATA_REQUEST',
    items: parts.map(({ subjectId }) => ({
      subjectId,
      category: 'MESSAGE' as const,
      coordinate: 'download/download.content',
    })),
  });
  return parts.flatMap(({ subjectId, content }) => {
    if (!content) return [];
    try {
      return [core.vault.open(content, grants.for(subjectId, 'MESSAGE'))];
    } catch (error) {
      if (error instanceof PrivacyError && error.code === 'ERASED') return [];
      throw error;
    }
  });
}
