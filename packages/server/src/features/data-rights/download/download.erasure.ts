import type { PrivacyRegistry } from '../../../privacy/registry/privacy-registry.ts';
import { DataDownload } from './data-download.entity.ts';
import { DownloadPart } from './download-part.entity.ts';

/**
 * A copy goes with whoever asked for it, and out of the copies of others goes the part about a subject who is erased: it was sealed under
 * their key, and is not held any more.
 */
export function registerDownloadErasure(registry: PrivacyRegistry): void {
  registry.registerErasure({
    name: 'parts of downloads',
    title: { EN: 'Parts of downloads', DE: 'Teile von Downloads', ZH: '下载文件的部分' },
    entity: 'DownloadPart',
    fields: ['download.content'],
    keepsNobody: true,
    erase: (em, subjectId) => em.nativeDelete(DownloadPart, { subjectId }),
  });
  registry.registerErasure({
    name: 'downloads',
    title: { EN: 'Downloads of your data', DE: 'Downloads Ihrer Daten', ZH: '数据下载' },
    entity: 'DataDownload',
    fields: [],
    keepsNobody: true,
    erase: (em, subjectId) => em.nativeDelete(DataDownload, { subjectId }),
  });
}
