import { durationText } from '@barrier/schema/privacy/kept-texts.ts';
import type { PrivacyRegistry } from '../../privacy/registry/privacy-registry.ts';
import { ErasureRequest } from './erasure-request.entity.ts';

/**
 * A request for erasure loses its subject with the rest: one that is being carried out becomes the receipt, one that waits is left without
 * anybody to erase, since somebody else was faster.
 */
export function registerDataRightsErasure(registry: PrivacyRegistry): void {
  registry.registerErasure({
    name: 'erasure requests',
    title: { EN: 'Requests for erasure', DE: 'Löschanträge', ZH: '删除申请' },
    entity: 'ErasureRequest',
    fields: [],
    keepsNobody: true,
    // It is the receipt that counts.
    count: async () => 0,
    erase: async (em, subjectId) => {
      const waiting = await em.nativeDelete(ErasureRequest, { subjectId, state: 'SCHEDULED' });
      return waiting + (await em.nativeUpdate(ErasureRequest, { subjectId }, { subjectId: null }));
    },
  });
  const { ERASURE_RECEIPT } = registry.retentionDays;
  registry.registerRemnant({
    name: 'receipt',
    what: {
      EN: 'The receipt, at a random address',
      DE: 'Die Quittung, unter einer Zufallsadresse',
      ZH: '位于随机地址的凭证',
    },
    because: {
      EN: 'You can hold us to it. It has kinds, counts and dates, and nothing of you.',
      DE: 'Damit können Sie uns beim Wort nehmen. Sie nennt Arten, Anzahlen und Daten, und nichts von Ihnen.',
      ZH: '您可据此要求我们负责。凭证仅含种类、数量和日期，不含任何个人信息。',
    },
    until: {
      EN: `${durationText('EN', ERASURE_RECEIPT)} after the erasure is final`,
      DE: `${durationText('DE', ERASURE_RECEIPT)}, nachdem die Löschung endgültig ist`,
      ZH: `删除最终生效后${durationText('ZH', ERASURE_RECEIPT)}`,
    },
    count: async (_em, subjectIds) => (subjectIds.length > 0 ? 1 : 0),
  });
}
