import { newId } from '../../../platform/tokens/new-id.ts';
import type { PrivacyCore } from '../../../privacy/core.ts';
import { DataDownload } from './data-download.entity.ts';
import { DownloadPart } from './download-part.entity.ts';

/** Longer than a canary lives: retention has nothing to do with it. */
const LONG_MS = 30 * 86_400_000;

/** A copy of a canary's data (decision 015): nobody asked for it, it has no link, and it is not ready. */
export function registerDownloadCanary(core: PrivacyCore): void {
  const { canary, clock, registry, vault } = core;
  registry.registerCanary({
    name: 'downloads',
    plant: async (em, subject) => {
      const requestedAt = clock.now();
      const download = em.create(DataDownload, {
        id: newId(),
        subjectId: subject.id,
        state: 'CANARY',
        language: 'DE',
        requestedAt,
        expiresAt: new Date(requestedAt.getTime() + LONG_MS),
      });
      const id = newId();
      const content = { records: [{ kind: canary.word('download.content'), name: null, facts: {}, values: [] }] };
      em.create(DownloadPart, {
        id,
        download,
        subjectId: subject.id,
        position: 0,
        content: vault.seal(subject, 'download.content', id, content),
      });
    },
  });
}
