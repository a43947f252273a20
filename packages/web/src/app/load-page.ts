import { matchPath } from 'react-router';
import type { Locale } from '../platform/locale/locale-context.tsx';
import { splitLanguage } from '../platform/locale/localised-path.ts';
import type { PageQuery, PageRequest, Route } from '../platform/page/page-module.ts';
import { NOT_FOUND, ROUTES } from './routes.ts';

/** The route that answers a path without its language, and what the path says; the not-found page answers the rest. */
export function matchRoute(path: string): { route: Route; params: PageRequest['params'] } {
  for (const route of ROUTES) {
    const match = matchPath({ path: route.path, end: true }, path);
    if (match) return { route, params: match.params };
  }
  return { route: NOT_FOUND, params: {} };
}

/** Loads the code of the page at an address and names the queries whose data it shows first. */
export async function loadPage(url: URL, locale: Locale): Promise<PageQuery[]> {
  const { route, params } = matchRoute(splitLanguage(url.pathname).path);
  const request: PageRequest = { locale, params, search: url.searchParams };
  const modules = await Promise.all([route.layout.load(), route.page.load()]);
  return modules.flatMap((module) => module.queries?.(request) ?? []);
}
