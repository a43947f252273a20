import { useLocale } from '../locale/locale-context.tsx';
import { inLanguage } from '../locale/localised-path.ts';
import { useSite } from './site-context.tsx';

/** Makes whole addresses: of a path of the shop in the page's language, or of a file of the site. */
export function useWholeAddress(): { page: (path: string) => string; file: (path: string) => string } {
  const { publicUrl } = useSite();
  const { language } = useLocale();
  return {
    page: (path) => publicUrl + inLanguage(language, path),
    file: (path) => new URL(path, publicUrl).href,
  };
}
