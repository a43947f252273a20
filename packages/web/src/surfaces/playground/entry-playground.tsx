import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import './playground.css';
import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import { createRoot } from 'react-dom/client';
import { workedExamples } from './examples.ts';
import { memoryStorage } from './memory-storage.ts';

const ENDPOINT = '/graphql';

/** Something that can be bought, so that the examples run as they stand; empty if the shop cannot be reached. */
async function findVariant(): Promise<string> {
  const query = '{ products(first: 1, filter: { inStock: true }) { nodes { variants { id stock } } } }';
  try {
    const response = await fetch(ENDPOINT, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query }),
    });
    const { data } = (await response.json()) as {
      data?: { products: { nodes: { variants: { id: string; stock: string }[] }[] } };
    };
    const variants = data?.products.nodes.flatMap((product) => product.variants) ?? [];
    return variants.find(({ stock }) => stock !== 'OUT_OF_STOCK')?.id ?? '';
  } catch {
    return '';
  }
}

const root = document.getElementById('playground');
if (!root) throw new Error('The page has no place for the playground.');
const key = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
  '',
);
const tabs = workedExamples(await findVariant(), key).map(({ query, variables = null, headers = null }) => ({
  query,
  variables,
  headers,
}));

createRoot(root).render(
  <GraphiQL
    fetcher={createGraphiQLFetcher({ url: ENDPOINT })}
    storage={memoryStorage()}
    defaultTabs={tabs}
    initialQuery={tabs[0]?.query}
    initialVariables={tabs[0]?.variables ?? ''}
    shouldPersistHeaders={false}
    showPersistHeadersSettings={false}
    defaultEditorToolsVisibility="variables"
  >
    <GraphiQL.Logo>
      <a href="/" className="playground-home">
        Barrier
      </a>
    </GraphiQL.Logo>
  </GraphiQL>,
);
