import type { Concern, FreeFrom } from '../../generated/graphql.ts';
import type { MessageKey } from '../../generated-messages/message-key.ts';
import type { Translate } from '../../platform/i18n/text.tsx';
import type { Language } from '../../platform/locale/language.ts';
import { CONCERNS, FREE_FROM, SKIN_TYPES } from '../catalog/vocabulary-names.ts';
import type { Reason } from './rank-products.ts';

/** What a product does about a concern. */
const DOES: Readonly<Record<Concern, MessageKey>> = {
  DEHYDRATION: 'does.DEHYDRATION',
  REDNESS: 'does.REDNESS',
  BARRIER_CARE: 'does.BARRIER_CARE',
  DULLNESS: 'does.DULLNESS',
  UNEVEN_TONE: 'does.UNEVEN_TONE',
  PORES: 'does.PORES',
  BLEMISHES: 'does.BLEMISHES',
  FINE_LINES: 'does.FINE_LINES',
  ROUGHNESS: 'does.ROUGHNESS',
  PUFFINESS: 'does.PUFFINESS',
  SUN_PROTECTION: 'does.SUN_PROTECTION',
};

/** Why a product stands where it does, each reason in a few words: "for dry skin", "calms redness". */
export function reasonWords(reasons: readonly Reason[], t: Translate, language: Language): string[] {
  return reasons.map((reason) => wordsOf(reason, t, language));
}

function wordsOf(reason: Reason, t: Translate, language: Language): string {
  // In a list of its own a substance begins with a capital, within an English sentence it does not.
  const named = (substance: FreeFrom) =>
    language === 'en' ? t(FREE_FROM[substance]).toLowerCase() : t(FREE_FROM[substance]);
  switch (reason.kind) {
    case 'suits':
      return t('reason.suits', { skin: t(SKIN_TYPES[reason.skinType]) });
    case 'doesNotSuit':
      return t('reason.doesNotSuit', { skin: t(SKIN_TYPES[reason.skinType]) });
    case 'concern':
      return t(DOES[reason.concern]);
    case 'ingredient':
      return t('reason.ingredient', { name: reason.name, concern: t(CONCERNS[reason.concern]) });
    case 'without':
      return t('reason.without', { substance: named(reason.substance) });
    case 'mayContain':
      return t('reason.mayContain', { substance: named(reason.substance) });
  }
}
