import { type Location, useLocation } from 'react-router';
import type { Language } from '../../platform/locale/language.ts';
import { inLanguage, splitLanguage } from '../../platform/locale/localised-path.ts';

/** The paths of signing in and up, to which nobody wants to be led back. */
const DOORS = ['/sign-in', '/sign-up'];

const HERE = 'http://here.invalid';

/** What a link to signing in hands over in the history's entry; no address and no request carries it. */
export function useComingFrom(): unknown {
  const { pathname, search, hash, state } = useLocation() as Location<unknown>;
  return DOORS.includes(splitLanguage(pathname).path) ? state : { from: pathname + search + hash };
}

/** Where to go after signing in: where one came from, if that is a path of this site, in the language of the page. */
export function wayBack(state: unknown, language: Language): string {
  const from = (state as { readonly from?: unknown } | null)?.from;
  const url = typeof from === 'string' && URL.canParse(from, HERE) ? new URL(from, HERE) : null;
  const path = url?.origin === HERE ? splitLanguage(url.pathname).path : null;
  if (url === null || path === null || DOORS.includes(path)) return inLanguage(language, '/account');
  return inLanguage(language, path) + url.search + url.hash;
}
