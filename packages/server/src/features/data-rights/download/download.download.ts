import { dayOf } from '../../../platform/clock/clock.ts';
import { heldValue } from '../../../privacy/registry/download-registration.ts';
import type { PrivacyRegistry } from '../../../privacy/registry/privacy-registry.ts';
import { DownloadPart } from './download-part.entity.ts';

/** A copy that waits is held like anything else, and said to be; what is in it stands beside it already. */
export function registerDownloadDownload(registry: PrivacyRegistry): void {
  registry.registerDownload({
    name: 'copies',
    title: { EN: 'Copy for you to fetch', DE: 'Kopie zum Abholen', ZH: '待取副本' },
    fields: {
      'download.content': {
        label: { EN: 'Copy of your data', DE: 'Kopie Ihrer Daten', ZH: '您的数据副本' },
        withheld: 'COPY',
      },
    },
    facts: { requestedAt: { label: { EN: 'Asked for', DE: 'Angefordert', ZH: '申请时间' } } },
    collect: async (em, subjectId) => {
      const parts = await em.find(DownloadPart, { subjectId, content: { $ne: null } }, { populate: ['download'] });
      return parts.map(({ id, content, download: { requestedAt, expiresAt } }) => ({
        id,
        name: null,
        facts: { requestedAt },
        values: heldValue(
          'download.content',
          content,
          { until: dayOf(expiresAt), days: registry.retentionDays.DOWNLOAD, clock: 'DOWNLOAD_ASKED' },
          () => '',
        ),
      }));
    },
  });
}
