import type { SqlEntityManager } from '@mikro-orm/sql';
import type { PrivacyRegistry } from '../../../privacy/registry/privacy-registry.ts';
import { DataDownload } from './data-download.entity.ts';

/** A copy that nobody fetched goes after a day, whatever is under way; what was fetched is gone already, and no more counted after it (P4.5). */
export function registerDownloadRetention(registry: PrivacyRegistry): void {
  registry.registerRetention({
    name: 'downloads',
    category: 'MESSAGE',
    fields: ['download.content'],
    whateverIsUnderWay: true,
    due: async (em, now, limit) => {
      const over = await em.find(DataDownload, { expiresAt: { $lt: now } }, { fields: ['subjectId'], limit });
      return [...new Set(over.map(({ subjectId }) => subjectId))];
    },
    apply: (em: SqlEntityManager, subjectId, now) =>
      em.nativeDelete(DataDownload, { subjectId, expiresAt: { $lt: now } }),
  });
}
