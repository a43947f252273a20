import { useQuery } from '@apollo/client/react';
import { type FormEvent, type KeyboardEvent, useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { Drawer } from '../../components/drawer.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { SuggestionsDocument } from '../../generated/graphql.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { useLocale } from '../../platform/locale/locale-context.tsx';
import { inLanguage } from '../../platform/locale/localised-path.ts';
import { SearchSuggestions } from './search-suggestions.tsx';
import { LONGEST_QUERY } from './searched-words.ts';
import { LIST_ID, nextPlace, optionsOf } from './suggestion-options.ts';

interface SearchPanelProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** Milliseconds of rest after which what has been typed is looked up. */
const REST = 140;

/** Search as one types: a field and, below it, products, ingredients and collections to choose from. */
export function SearchPanel({ open, onOpenChange }: SearchPanelProps) {
  const t = useText();
  const navigate = useNavigate();
  const { language } = useLocale();
  const [text, setText] = useState('');
  const query = useRested(text.trim());
  const { found, failed } = useSuggestions(query);
  const options = optionsOf(found);
  const [place, setPlace] = useState(-1);
  const active = options[place] ?? null;

  function go(to: string) {
    onOpenChange(false);
    void navigate(inLanguage(language, to));
  }

  function search(event: FormEvent) {
    event.preventDefault();
    if (active) go(active.to);
    else if (text.trim() !== '') go(`/search?q=${encodeURIComponent(text.trim())}`);
  }

  function moveByArrow(event: KeyboardEvent) {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    const next = nextPlace(active ? place : -1, options.length, event.key);
    setPlace(next);
    document.getElementById(options[next]?.id ?? '')?.scrollIntoView({ block: 'nearest' });
  }

  return (
    <Drawer side="top" open={open} onOpenChange={onOpenChange} title={t('nav.search')} titleHidden>
      <div className="mx-auto w-full max-w-[72rem] pt-5 lg:pt-10">
        <search>
          <form
            onSubmit={search}
            className="flex items-center gap-1 border-b border-ink pb-2 sm:gap-4 focus-within:border-eucalyptus focus-within:inset-shadow-[0_-1px_0_0_var(--color-eucalyptus)]"
          >
            <label htmlFor="search-panel" className="sr-only">
              {t('search.label')}
            </label>
            <input
              id="search-panel"
              type="text"
              role="combobox"
              inputMode="search"
              aria-autocomplete="list"
              aria-expanded={options.length > 0}
              aria-controls={options.length > 0 ? LIST_ID : undefined}
              aria-activedescendant={active?.id}
              enterKeyHint="search"
              autoComplete="off"
              maxLength={LONGEST_QUERY}
              spellCheck={false}
              value={text}
              onChange={(event) => {
                setText(event.target.value);
                setPlace(-1);
              }}
              onKeyDown={moveByArrow}
              placeholder={t('search.placeholder')}
              className="display-3 min-w-0 flex-1 text-ellipsis max-sm:text-[1.25rem] appearance-none bg-transparent py-1 leading-[1.4]! outline-none placeholder:text-ink-faint"
            />
            <IconButton icon="search" label={t('nav.search')} type="submit" />
            <IconButton icon="close" label={t('common.close')} onClick={() => onOpenChange(false)} />
          </form>
        </search>
        <div className="min-h-72 pt-8">
          <SearchSuggestions
            query={query}
            found={found}
            failed={failed}
            active={active?.id ?? null}
            onVisit={() => onOpenChange(false)}
          />
        </div>
      </div>
    </Drawer>
  );
}

function useSuggestions(query: string) {
  const { api } = useLocale();
  const { data, previousData, error } = useQuery(SuggestionsDocument, {
    variables: { query, ...api },
    skip: query === '',
  });
  const found = query === '' ? null : ((data ?? previousData)?.searchSuggestions ?? null);
  return { found, failed: error !== undefined };
}

/** A value once it has stopped changing. */
function useRested(value: string): string {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), REST);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}
