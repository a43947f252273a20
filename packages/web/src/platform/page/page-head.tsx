import { useLocation } from 'react-router';
import { useText } from '../i18n/text.tsx';
import { htmlLanguage, LANGUAGES } from '../locale/language.ts';
import { inLanguage, splitLanguage } from '../locale/localised-path.ts';
import { useSite } from './site-context.tsx';

interface PageHeadProps {
  readonly title?: string;
  readonly description?: string;
  /** Path of a picture to show when the page is shared. */
  readonly picture?: string | undefined;
  /** The part of the query string that makes it another page, such as a search; filters and sorting do not. */
  readonly search?: string;
  /** Keeps a page that is of use to one visitor only out of search engines. */
  readonly unlisted?: boolean;
}

/** Title, description, canonical address, the same page in the other languages, and what is shown when it is shared. */
export function PageHead({ title, description, picture, search = '', unlisted = false }: PageHeadProps) {
  const t = useText();
  const { publicUrl } = useSite();
  const { language, path } = splitLanguage(useLocation().pathname);
  const full = title === undefined ? t('site.title') : t('site.titleOf', { page: title });
  const summary = description ?? t('site.description');
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
      <meta property="og:title" content={title ?? full} />
      <meta property="og:description" content={summary} />
      <meta property="og:url" content={here} />
      {picture !== undefined && <meta property="og:image" content={new URL(picture, publicUrl).href} />}
    </>
  );
}
