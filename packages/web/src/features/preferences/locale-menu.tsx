import { useId } from 'react';
import { Icon } from '../../components/icon.tsx';
import { useText } from '../../platform/i18n/text.tsx';
import type { Language, Market } from '../../platform/locale/language.ts';
import { useLocale } from '../../platform/locale/locale-context.tsx';
import { LanguageSwitch, MarketSwitch, ThemeSwitch } from './preference-controls.tsx';

const SHORT_LANGUAGE: Readonly<Record<Language, string>> = { en: 'EN', de: 'DE', zh: '中文' };
const CURRENCY_SIGN: Readonly<Record<Market, string>> = { EU: '€', GB: '£', US: '$', CN: '¥' };

/** Language, market and colour scheme, in a popover of the browser's own: it opens before any script has run. */
export function LocaleMenu() {
  const t = useText();
  const { language, market } = useLocale();
  const id = useId();
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        title={t('preferences.open')}
        className="figures inline-flex h-11 items-center gap-1.5 rounded-full px-2.5 text-small transition-colors hover:text-eucalyptus"
      >
        <Icon name="globe" className="sm:hidden" />
        {/* Before what is seen, so that whoever speaks to the browser can say either (WCAG 2.5.3). */}
        <span className="sr-only">{t('preferences.open')}</span>
        <span className="hidden sm:inline">
          {SHORT_LANGUAGE[language]} · {CURRENCY_SIGN[market]}
        </span>
      </button>
      <div
        id={id}
        popover="auto"
        className="fixed inset-auto end-[clamp(0.75rem,4.2vw,4.5rem)] top-[4.5rem] w-[min(22rem,calc(100vw-1.5rem))] rounded-soft border border-hairline bg-raised p-6 text-ink shadow-lifted lg:top-[5.25rem]"
      >
        <div className="flex flex-col gap-6">
          <LanguageSwitch />
          <MarketSwitch />
          <ThemeSwitch />
          <p className="border-t border-hairline pt-4 text-fine text-ink-faint">{t('preferences.kept')}</p>
        </div>
      </div>
    </>
  );
}
