import { asLanguage, type Language } from './language.ts';

/** Splits `/de/products/x` into its language and `/products/x`; the language is null where the path names none. */
export function splitLanguage(pathname: string): { language: Language | null; path: string } {
  const [, first = '', ...rest] = pathname.split('/');
  const language = asLanguage(first);
  return language === null ? { language, path: pathname || '/' } : { language, path: `/${rest.join('/')}` };
}

/** The address of a path of the shop in a language: `/products/x` → `/de/products/x`. */
export function inLanguage(language: Language, path: string): string {
  return `/${language}${path.startsWith('/') ? path : `/${path}`}`;
}
