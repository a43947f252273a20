import { useQuery } from '@apollo/client/react';
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { Drawer } from '../../components/drawer.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { SuggestionsDocument } from '../../generated/graphql.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { useLocale } from '../../platform/locale/locale-context.tsx';
import { inLanguage } from '../../platform/locale/localised-path.ts';
import { SearchSuggestions } from './search-suggestions.tsx';
import { LONGEST_QUERY } from './searched-words.ts';

interface SearchPanelProps {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

/** Milliseconds of rest after which what has been typed is looked up. */
const REST = 140;

/** Search as one types: a field and, below it, products, ingredients and collections as links. */
export function SearchPanel({ open, onOpenChange }: SearchPanelProps) {
  const t = useText();
  const navigate = useNavigate();
  const { language } = useLocale();
  const [text, setText] = useState('');
  const query = useRested(text.trim());
  const results = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);

  function search(event: FormEvent) {
    event.preventDefault();
    if (text.trim() === '') return;
    onOpenChange(false);
    void navigate(inLanguage(language, `/search?q=${encodeURIComponent(text.trim())}`));
  }

  return (
    <Drawer side="top" open={open} onOpenChange={onOpenChange} title={t('nav.search')} titleHidden>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys are a shortcut; Tab reaches every link. */}
      <div
        className="mx-auto w-full max-w-[72rem] pt-5 lg:pt-10"
        onKeyDown={(event) => moveByArrow(event, input.current, results.current)}
      >
        <search>
          <form
            onSubmit={search}
            className="flex items-center gap-1 border-b border-ink pb-2 sm:gap-4 focus-within:border-eucalyptus focus-within:inset-shadow-[0_-1px_0_0_var(--color-eucalyptus)]"
          >
            <label htmlFor="search-panel" className="sr-only">
              {t('search.label')}
            </label>
            <input
              ref={input}
              id="search-panel"
              type="search"
              enterKeyHint="search"
              autoComplete="off"
              maxLength={LONGEST_QUERY}
              spellCheck={false}
              value={text}
              onChange={(event) => setText(event.target.value)}
              placeholder={t('search.placeholder')}
              className="display-3 min-w-0 flex-1 text-ellipsis max-sm:text-[1.25rem] appearance-none bg-transparent py-1 leading-[1.4]! outline-none placeholder:text-ink-faint [&::-webkit-search-cancel-button]:hidden"
            />
            <IconButton icon="search" label={t('nav.search')} type="submit" />
            <IconButton icon="close" label={t('common.close')} onClick={() => onOpenChange(false)} />
          </form>
        </search>
        <div ref={results} className="min-h-72 pt-8">
          <Results query={query} onVisit={() => onOpenChange(false)} />
        </div>
      </div>
    </Drawer>
  );
}

function Results({ query, onVisit }: { query: string; onVisit: () => void }) {
  const { api } = useLocale();
  const { data, previousData, error } = useQuery(SuggestionsDocument, {
    variables: { query, ...api },
    skip: query === '',
  });
  const found = query === '' ? null : ((data ?? previousData)?.searchSuggestions ?? null);
  return <SearchSuggestions query={query} found={found} failed={error !== undefined} onVisit={onVisit} />;
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

/** Down and up go through the links found, and back into the field. */
function moveByArrow(event: KeyboardEvent, input: HTMLInputElement | null, results: HTMLDivElement | null): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const stops: HTMLElement[] = [...(input ? [input] : []), ...(results?.querySelectorAll<HTMLElement>('a') ?? [])];
  const at = stops.indexOf(document.activeElement as HTMLElement);
  const next = stops[at + (event.key === 'ArrowDown' ? 1 : -1)];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
