import { Link, type Location, useLocation } from 'react-router';
import { classNames } from '../../components/class-names.ts';
import { Segmented } from '../../components/segmented.tsx';
import type { MessageKey } from '../../generated-messages/message-key.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { htmlLanguage, LANGUAGES, type Language, MARKETS, type Market } from '../../platform/locale/language.ts';
import { useLocale } from '../../platform/locale/locale-context.tsx';
import { inLanguage, splitLanguage } from '../../platform/locale/localised-path.ts';
import { THEMES, type Theme, useTheme } from './use-theme.ts';

/** Each language by its own name, so that its readers find it. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', de: 'Deutsch', zh: '简体中文' };

const MARKET_NAMES: Readonly<Record<Market, MessageKey>> = {
  EU: 'market.EU',
  GB: 'market.GB',
  US: 'market.US',
  CN: 'market.CN',
};

const THEME_NAMES: Readonly<Record<Theme, MessageKey>> = {
  system: 'theme.system',
  light: 'theme.light',
  dark: 'theme.dark',
};

/** The same page in each language: plain links, so that they work for everyone and can be shared. */
export function LanguageSwitch() {
  const t = useText();
  const { language } = useLocale();
  const { pathname, search, hash, state } = useLocation() as Location<unknown>;
  const { path } = splitLanguage(pathname);
  return (
    <div>
      <p className="mb-2 text-fine text-ink-faint">{t('preferences.language')}</p>
      <ul className="flex flex-wrap gap-x-5 gap-y-1 text-small">
        {LANGUAGES.map((other) => (
          <li key={other}>
            <Link
              to={inLanguage(other, path) + search + hash}
              state={state}
              lang={htmlLanguage(other)}
              hrefLang={htmlLanguage(other)}
              aria-current={other === language ? 'true' : undefined}
              className="group/choice block py-1.5"
            >
              {/* As the choices beside it look, which are radio buttons. */}
              <span
                className={classNames(
                  'border-b pb-0.5 transition-colors group-hover/choice:text-ink',
                  other === language ? 'border-eucalyptus text-ink' : 'border-transparent text-ink-soft',
                )}
              >
                {LANGUAGE_NAMES[other]}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Where the parcel goes, which fixes the currency. */
export function MarketSwitch() {
  const t = useText();
  const { market, chooseMarket } = useLocale();
  const options = MARKETS.map((value) => ({ value, label: t(MARKET_NAMES[value]) }));
  return <Segmented legend={t('preferences.market')} options={options} value={market} onChange={chooseMarket} />;
}

/** Light, dark, or as the device has it. */
export function ThemeSwitch() {
  const t = useText();
  const [theme, choose] = useTheme();
  const options = THEMES.map((value) => ({ value, label: t(THEME_NAMES[value]) }));
  return <Segmented legend={t('preferences.theme')} options={options} value={theme} onChange={choose} />;
}
