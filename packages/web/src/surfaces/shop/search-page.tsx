import { type FormEvent, useState } from 'react';
import { useSearchParams } from 'react-router';
import { IconButton } from '../../components/icon-button.tsx';
import { listVariables } from '../../features/catalog/list-state.ts';
import { ProductList } from '../../features/catalog/product-list.tsx';
import { LONGEST_QUERY, searchedWords } from '../../features/search/searched-words.ts';
import { ProductListDocument } from '../../generated/graphql.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { PageHead } from '../../platform/page/page-head.tsx';
import { type PageQuery, type PageRequest, pageQuery } from '../../platform/page/page-module.ts';

/** What the page shows first. */
export function queries({ search, locale }: PageRequest): PageQuery[] {
  return searchedWords(search) === '' ? [] : [pageQuery(ProductListDocument, listVariables(search, locale))];
}

/** What was found for some words. */
export function Page() {
  const t = useText();
  const [search] = useSearchParams();
  const query = searchedWords(search);
  return (
    <>
      <PageHead
        title={query === '' ? t('nav.search') : t('search.resultsFor', { query })}
        search={query === '' ? '' : `?q=${encodeURIComponent(query)}`}
        unlisted={query !== ''}
      />
      <header className="shell pt-12 pb-12 lg:pt-20 lg:pb-16">
        <h1 className="mb-4 text-small text-ink-soft">
          {query === '' ? t('nav.search') : t('search.resultsFor', { query })}
        </h1>
        <SearchField key={query} query={query} />
        <p className="mt-4 text-fine text-ink-faint">{t('search.hint')}</p>
      </header>
      {query !== '' && (
        <section className="shell">
          <ProductList key={query} />
        </section>
      )}
    </>
  );
}

function SearchField({ query }: { query: string }) {
  const t = useText();
  const [, setSearch] = useSearchParams();
  const [text, setText] = useState(query);
  const search = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '') setSearch({ q: text.trim() });
  };
  return (
    <search>
      <form
        onSubmit={search}
        className="flex items-center gap-4 border-b border-ink pb-2 focus-within:border-eucalyptus focus-within:inset-shadow-[0_-1px_0_0_var(--color-eucalyptus)]"
      >
        <label htmlFor="search" className="sr-only">
          {t('search.label')}
        </label>
        <input
          id="search"
          name="q"
          type="search"
          enterKeyHint="search"
          autoComplete="off"
          maxLength={LONGEST_QUERY}
          spellCheck={false}
          value={text}
          onChange={(event) => setText(event.target.value)}
          placeholder={t('search.placeholder')}
          className="display-2 min-w-0 flex-1 text-ellipsis max-sm:text-[1.5rem] appearance-none bg-transparent py-1 leading-[1.35]! outline-none placeholder:text-ink-faint [&::-webkit-search-cancel-button]:hidden"
        />
        <IconButton icon="search" label={t('nav.search')} type="submit" />
      </form>
    </search>
  );
}
