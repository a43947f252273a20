import type { ApolloClient } from '@apollo/client';
import { ApolloProvider } from '@apollo/client/react';
import type { Messages } from '@lingui/core';
import { use, useCallback, useEffect, useMemo, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { DEVICE_KEYS, readDevice, writeDevice } from '../platform/device-storage.ts';
import { loadMessages } from '../platform/i18n/load-messages.ts';
import { createTranslate, TextContext } from '../platform/i18n/text.tsx';
import { asMarket, defaultMarket, htmlLanguage, type Language, type Market } from '../platform/locale/language.ts';
import { LocaleContext } from '../platform/locale/locale-context.tsx';
import { splitLanguage } from '../platform/locale/localised-path.ts';
import { PrefetchContext } from '../platform/page/local-link.tsx';
import { PageRequestContext } from '../platform/page/page-module.ts';
import { type Site, SiteContext } from '../platform/page/site-context.tsx';
import { loadPage, matchRoute } from './load-page.ts';
import { PageBoundary } from './page-boundary.tsx';
import { useScrollAndFocus } from './scroll-and-focus.ts';

/** What the app is started with, on the server and in the browser alike. */
export interface AppProps {
  readonly apollo: ApolloClient;
  readonly site: Site;
  /** The messages loaded so far; the app adds a language when it is chosen. */
  readonly messages: Map<Language, Messages | Promise<Messages>>;
  /** The language of an address that names none. */
  readonly fallbackLanguage: Language;
}

/** The whole document: React renders `html` itself, so that titles and the language follow each page. */
export function App({ apollo, site, messages, fallbackLanguage }: AppProps) {
  const location = useLocation();
  const { language: named, path } = splitLanguage(location.pathname);
  const language = named ?? fallbackLanguage;
  const search = useMemo(() => new URLSearchParams(location.search), [location.search]);
  const [market, chooseMarket] = useMarket(language, search);
  const translate = useTranslate(language, messages);
  const locale = useMemo(() => ({ language, market, chooseMarket }), [language, market, chooseMarket]);
  const { route, params } = useMemo(() => matchRoute(path), [path]);
  const request = useMemo(() => ({ locale: { language, market }, params, search }), [language, market, params, search]);
  const prefetch = useCallback(
    (href: string) => {
      if (savesData()) return;
      // Nothing was asked for yet: if it fails, the visit itself will show why.
      loadPage(new URL(href, window.location.href), { language, market }, apollo).catch(() => {});
    },
    [apollo, language, market],
  );
  useScrollAndFocus();
  const { Layout } = route.layout.useModule();
  const { Page } = route.page.useModule();
  return (
    <html lang={htmlLanguage(language)} suppressHydrationWarning>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" media="(prefers-color-scheme: light)" content="#f7f5f0" />
        <meta name="theme-color" media="(prefers-color-scheme: dark)" content="#101513" />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="apple-touch-icon" href="/apple-touch-icon.png" />
        <link rel="manifest" href="/manifest.webmanifest" />
      </head>
      <body>
        <ApolloProvider client={apollo}>
          <SiteContext value={site}>
            <TextContext value={translate}>
              <LocaleContext value={locale}>
                <PrefetchContext value={prefetch}>
                  <PageRequestContext value={request}>
                    <PageBoundary>
                      <Layout>
                        {/* Not keyed by language: what is typed into a form survives a change of language. */}
                        <PageBoundary key={path}>
                          <Page />
                        </PageBoundary>
                      </Layout>
                    </PageBoundary>
                  </PageRequestContext>
                </PrefetchContext>
              </LocaleContext>
            </TextContext>
          </SiteContext>
        </ApolloProvider>
      </body>
    </html>
  );
}

/** Whether the visitor asked their browser to spare data: then nothing is fetched that may not be needed. */
function savesData(): boolean {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  return connection?.saveData ?? false;
}

/** The market: what the visitor chose, else what the address says, else the language's. */
function useMarket(language: Language, search: URLSearchParams): [Market, (market: Market) => void] {
  const navigate = useNavigate();
  const inAddress = asMarket(search.get('market'));
  const [chosen, setChosen] = useState<Market | null>(null);
  // The server does not know the choice, so the first render must not either.
  useEffect(() => setChosen(asMarket(readDevice(DEVICE_KEYS.market))), []);
  const choose = useCallback(
    (market: Market) => {
      writeDevice(DEVICE_KEYS.market, market);
      setChosen(market);
      if (!search.has('market')) return;
      // What the address says would win over what was just chosen.
      const rest = new URLSearchParams(search);
      rest.delete('market');
      void navigate({ search: rest.toString() }, { replace: true });
    },
    [search, navigate],
  );
  return [inAddress ?? chosen ?? defaultMarket(language), choose];
}

function useTranslate(language: Language, messages: AppProps['messages']) {
  let loaded = messages.get(language);
  if (loaded === undefined) {
    loaded = loadMessages(language).then((catalogue) => {
      messages.set(language, catalogue);
      return catalogue;
    });
    messages.set(language, loaded);
  }
  const catalogue = loaded instanceof Promise ? use(loaded) : loaded;
  return useMemo(() => createTranslate(language, catalogue), [language, catalogue]);
}
