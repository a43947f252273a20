import '../components/theme.css';
import { startTransition } from 'react';
import { hydrateRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { loadMessages } from '../platform/i18n/load-messages.ts';
import { CodeError } from '../platform/page/page-module.ts';
import { App } from './app.tsx';
import { createApollo } from './create-apollo.ts';
import { loadPageCode } from './load-page.ts';
import { readPageState } from './page-state.ts';
import { trustedDocumentLink } from './trusted-document-link.ts';

const state = readPageState(document);
const { language } = state;
const [messages] = await Promise.all([loadMessages(language), loadPageCode(new URL(window.location.href))]);

// As a transition: in slices of a few milliseconds, between which the browser scrolls and answers. All at once it would stand still.
startTransition(() => {
  hydrateRoot(
    document,
    <BrowserRouter>
      <App
        apollo={createApollo(trustedDocumentLink('/graphql'), { onServer: false, cache: state.cache })}
        site={{ publicUrl: state.publicUrl, response: { status: state.status } }}
        messages={new Map([[language, messages]])}
        fallbackLanguage={language}
      />
    </BrowserRouter>,
    {
      onUncaughtError: (error) => {
        // The address is already that of the page whose code is missing; the server has the page and its present code.
        if (error instanceof CodeError) window.location.reload();
        else reportError(error);
      },
    },
  );
});
