import { useQuery } from '@apollo/client/react';
import { Button, LinkButton } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { SuggestionsDocument } from '../../generated/graphql.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { useLocale } from '../../platform/locale/locale-context.tsx';
import { LocalLink } from '../../platform/page/local-link.tsx';
import { NearestNames } from '../search/nearest-names.tsx';
import { useCollections } from './use-collections.ts';

interface EmptyListProps {
  /** What was searched for; empty where nothing was. */
  readonly query: string;
  /** Lets go of every filter; null where none is chosen. */
  readonly onClear: (() => void) | null;
}

/** A list without a product says what left it so, and leads on: without the filters, or to the categories. */
export function EmptyList({ query, onClear }: EmptyListProps) {
  const t = useText();
  const { categories } = useCollections();
  if (onClear) {
    return (
      <EmptyState title={t('list.empty')}>
        <p>{t('list.emptyBody')}</p>
        <Button tone="outline" onClick={onClear}>
          {t('list.clear')}
        </Button>
      </EmptyState>
    );
  }
  return (
    <EmptyState title={query === '' ? t('list.none') : t('search.nothing', { query })}>
      <p>{query === '' ? t('list.noneBody') : t('search.nothingBody')}</p>
      {query !== '' && <NearestTo query={query} />}
      <ul className="flex flex-wrap gap-x-6 gap-y-2 pointer-coarse:gap-y-4 text-small">
        {categories.map(({ handle, title }) => (
          <li key={handle}>
            <LocalLink to={`/collections/${handle}`} className="inline-link touch-target inline-block py-1 text-ink">
              {title}
            </LocalLink>
          </li>
        ))}
      </ul>
      <LinkButton to="/shop" tone="outline">
        {t('nav.all')}
      </LinkButton>
    </EmptyState>
  );
}

function NearestTo({ query }: { query: string }) {
  const { api } = useLocale();
  const { data } = useQuery(SuggestionsDocument, { variables: { query, ...api } });
  return <NearestNames names={data?.searchSuggestions.nearest ?? []} />;
}
