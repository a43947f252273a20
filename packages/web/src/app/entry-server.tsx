import type { InMemoryCache } from '@apollo/client';
import type { Messages } from '@lingui/core';
import { renderToString } from 'react-dom/server';
import { StaticRouter } from 'react-router';
import { loadMessages } from '../platform/i18n/load-messages.ts';
import { createTranslate } from '../platform/i18n/text.tsx';
import {
  asMarket,
  defaultMarket,
  htmlLanguage,
  LANGUAGES,
  type Language,
  negotiateLanguage,
} from '../platform/locale/language.ts';
import { inLanguage, splitLanguage } from '../platform/locale/localised-path.ts';
import { App } from './app.tsx';
import { createApollo } from './create-apollo.ts';
import { assembleFailure, assemblePage, assemblePlayground } from './document-assets.ts';
import { loadPage, matchRoute } from './load-page.ts';
import { LISTED, NOT_FOUND } from './routes.ts';
import { type Execute, serverLink } from './server-link.ts';

/** What the server asks for. */
export interface RenderRequest {
  /** Path and query string as requested. */
  readonly url: string;
  readonly acceptLanguage?: string;
  /** Where the shop is reached, without a trailing slash. */
  readonly publicUrl: string;
  readonly execute: Execute;
}

/** A page as the server sends it. */
export interface RenderedPage {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly html: string;
  /** The pattern of the route that answered, such as `/products/:slug`, for the log: it says nothing of who asked for what. */
  readonly route?: string;
  /** Why the page could not be rendered, for the log; the page itself tells nothing of it. */
  readonly error?: unknown;
}

/** What the server's sitemap is made of. */
export const sitemap = {
  /** Paths, and patterns such as `/products/:slug`, without the language. */
  paths: LISTED,
  /** The first segment of an address with the language that it stands for, as hreflang writes it. */
  languages: LANGUAGES.map((language) => ({ segment: language, tag: htmlLanguage(language) })),
};

/** Renders a page; the same for every visitor of an address (D19). */
export async function render(request: RenderRequest): Promise<RenderedPage> {
  const url = new URL(request.url, 'http://shop.invalid');
  if (/^\/playground\/?$/.test(url.pathname)) return { status: 200, headers: {}, html: assemblePlayground() };
  const { language: named, path } = splitLanguage(url.pathname);
  const language = named ?? negotiateLanguage(request.acceptLanguage);
  if (named === null && matchRoute(path).route !== NOT_FOUND) {
    return {
      status: 302,
      headers: { location: inLanguage(language, path) + url.search, vary: 'Accept-Language' },
      html: '',
    };
  }
  const messages = await loadMessages(language);
  try {
    return await renderPage(request, url, language, messages);
  } catch (error) {
    const html = assembleFailure(language, createTranslate(language, messages));
    const route = matchRoute(path).route.path;
    return { status: 500, headers: { 'cache-control': 'no-store' }, html, route, error };
  }
}

async function renderPage(
  request: RenderRequest,
  url: URL,
  language: Language,
  messages: Messages,
): Promise<RenderedPage> {
  const market = asMarket(url.searchParams.get('market')) ?? defaultMarket(language);
  const apollo = createApollo(serverLink(request.execute), { onServer: true });
  await loadPage(url, { language, market }, apollo);
  const response = { status: 200 };
  const html = renderToString(
    <StaticRouter location={url.pathname + url.search}>
      <App
        apollo={apollo}
        site={{ publicUrl: request.publicUrl, response }}
        messages={new Map([[language, messages]])}
        fallbackLanguage={language}
      />
    </StaticRouter>,
  );
  const state = {
    language,
    market,
    publicUrl: request.publicUrl,
    status: response.status,
    cache: (apollo.cache as InMemoryCache).extract(),
  };
  return {
    status: response.status,
    headers: {},
    html: assemblePage(html, state, matchRoute(splitLanguage(url.pathname).path).route),
  };
}
