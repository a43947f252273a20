import type { ApolloClient } from '@apollo/client';
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

/** Loads the code of the page at an address and fetches the data that it shows first. Throws when a query fails. */
export async function loadPage(url: URL, locale: Locale, apollo: ApolloClient): Promise<void> {
  const { route, params } = matchRoute(splitLanguage(url.pathname).path);
  const request: PageRequest = { locale, params, search: url.searchParams };
  const run = (queries: PageQuery[] = []) => Promise.all(queries.map((query) => apollo.query(query)));
  const [layout, page] = await Promise.all([route.layout.load(), route.page.load()]);
  const [answers] = await Promise.all([run(page.queries?.(request)), run(layout.queries?.(request))]);
  await run(
    page.moreQueries?.(
      request,
      answers.map(({ data }) => data),
    ),
  );
}

/** Loads the code of the page at an address, whose data has come with it. */
export async function loadPageCode(url: URL): Promise<void> {
  const { route } = matchRoute(splitLanguage(url.pathname).path);
  await Promise.all([route.layout.load(), route.page.load()]);
}
