import { useLocation } from 'react-router';
import { useText } from '../i18n/text.tsx';
import { htmlLanguage, LANGUAGES, type Language } from '../locale/language.ts';
import { inLanguage, splitLanguage } from '../locale/localised-path.ts';
import { useSite } from './site-context.tsx';

/** What is shown with a shared page that has no picture of its own. */
const SOCIAL_PICTURE = '/social.jpg';

/** Open Graph names a language with a country. */
const OPEN_GRAPH_LOCALE: Readonly<Record<Language, string>> = { en: 'en_GB', de: 'de_DE', zh: 'zh_CN' };

interface PageHeadProps {
  readonly title?: string;
  readonly description?: string;
  /** Path of a picture to show when the page is shared. */
  readonly picture?: string | undefined;
  /** What is shared with it: most pages are of the site, a product's is of the product. */
  readonly kind?: 'website' | 'product';
  /** The part of the query string that makes it another page, such as a search; filters and sorting do not. */
  readonly search?: string;
  /** Keeps a page that is of use to one visitor only out of search engines. */
  readonly unlisted?: boolean;
}

/** Title, description, canonical address, the same page in the other languages, and what is shown when it is shared. */
export function PageHead({
  title,
  description,
  picture,
  kind = 'website',
  search = '',
  unlisted = false,
}: PageHeadProps) {
  const t = useText();
  const { publicUrl } = useSite();
  const { language, path } = splitLanguage(useLocation().pathname);
  const full = title === undefined ? t('site.title') : t('site.titleOf', { page: title });
  const summary = description ?? t('site.description');
  const shared = picture ?? SOCIAL_PICTURE;
  const here = `${publicUrl}${inLanguage(language ?? 'en', path)}${search}`;
  return (
    <>
      <title>{full}</title>
      <meta name="description" content={summary} />
      {unlisted ? <meta name="robots" content="noindex" /> : <link rel="canonical" href={here} />}
      {!unlisted &&
        LANGUAGES.map((other) => (
          <link
            key={other}
            rel="alternate"
            hrefLang={htmlLanguage(other)}
            href={`${publicUrl}${inLanguage(other, path)}${search}`}
          />
        ))}
      {!unlisted && (
        <link rel="alternate" hrefLang="x-default" href={`${publicUrl}${inLanguage('en', path)}${search}`} />
      )}
      <meta property="og:site_name" content="Barrier" />
      <meta property="og:type" content={kind} />
      <meta property="og:locale" content={OPEN_GRAPH_LOCALE[language ?? 'en']} />
      {LANGUAGES.filter((other) => other !== (language ?? 'en')).map((other) => (
        <meta key={other} property="og:locale:alternate" content={OPEN_GRAPH_LOCALE[other]} />
      ))}
      <meta property="og:title" content={title ?? full} />
      <meta property="og:description" content={summary} />
      <meta property="og:url" content={here} />
      <meta property="og:image" content={new URL(shared, publicUrl).href} />
      <meta name="twitter:card" content="summary_large_image" />
    </>
  );
}
