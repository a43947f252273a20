import { lazy, type RefObject, Suspense, useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';
import { Button } from '../../components/button.tsx';
import { classNames } from '../../components/class-names.ts';
import { ErrorState } from '../../components/error-state.tsx';
import { Icon } from '../../components/icon.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import type { FacetKey, ProductFilter } from '../../generated/graphql.ts';
import type { MessageKey } from '../../generated-messages/message-key.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { useLocale } from '../../platform/locale/locale-context.tsx';
import { useRanked } from '../on-device/use-ranked.ts';
import { searchedWords } from '../search/searched-words.ts';
import { EmptyList } from './empty-list.tsx';
import { FacetPanel } from './facet-panel.tsx';
import {
  chosenLabels,
  PAGE_SIZE,
  rankedVariables,
  SORTS,
  sortOf,
  withoutFilter,
  withShown,
  withSort,
  withValue,
} from './list-state.ts';
import { MoreProducts } from './more-products.tsx';
import { ProductGrid } from './product-grid.tsx';
import { useProductList } from './use-product-list.ts';

const loadFilterDrawer = () => import('./filter-drawer.tsx').then(({ FilterDrawer }) => ({ default: FilterDrawer }));
const FilterDrawer = lazy(loadFilterDrawer);
const RankedList = lazy(() =>
  import('../on-device/ranked-list.tsx').then(({ RankedList }) => ({ default: RankedList })),
);

/** So few products are taken in at a glance: nothing to narrow or to sort. */
const FEW = 3;

/** Ranking is chosen like another order, but it is nothing that an address, and so a request, would tell. */
const FOR_MY_SKIN = 'skin';

const SORT_NAMES: Readonly<Record<keyof typeof SORTS, MessageKey>> = {
  newest: 'sort.newest',
  'price-up': 'sort.priceUp',
  'price-down': 'sort.priceDown',
  name: 'sort.name',
};

interface ProductListProps {
  /** What narrows the list besides the address. */
  readonly base?: ProductFilter;
  /** Facets that the page itself has settled. */
  readonly without?: readonly FacetKey[];
}

/** A list of products with its facets: all of its state is in the address, so that it can be shared and gone back to. */
export function ProductList({ base, without }: ProductListProps) {
  const t = useText();
  const locale = useLocale();
  const [search, setSearch] = useSearchParams();
  const { list, stale, failed, retry, loadingMore, showMore } = useProductList(search, locale, base);
  const [drawer, setDrawer] = useState<'never' | 'open' | 'closed'>('never');
  const [moreFailed, setMoreFailed] = useState(false);
  const results = useRef<HTMLDivElement>(null);
  const [ranked, setRanked] = useRanked();
  const firstNew = useFirstNew(list?.nodes.length ?? 0, results);
  if (failed) return <ErrorState onRetry={retry} />;

  const facets = list?.facets ?? [];
  // What the page itself has settled is no choice that could be let go.
  const chosen = chosenLabels(facets).filter(({ key }) => !without?.includes(key));
  const change = (next: URLSearchParams) => setSearch(next, { preventScrollReset: true });
  const choose = (key: FacetKey, value: string, on: boolean) => change(withValue(search, key, value, on));
  // What was pressed goes away with the filter; whoever pressed it goes on with what is left.
  const letGo = (next: URLSearchParams) => {
    results.current?.focus({ preventScroll: true });
    change(next);
  };
  // Nothing to narrow and nothing to sort: what is left to say takes the whole width.
  if (list?.totalCount === 0 && chosen.length === 0) {
    return (
      <div role="status">
        <EmptyList query={searchedWords(search)} onClear={null} />
      </div>
    );
  }
  const few = list !== null && list.totalCount <= FEW && chosen.length === 0;
  const panel = <FacetPanel facets={facets} search={search} without={without} onChoose={choose} />;

  async function more(asked: boolean) {
    firstNew.current = asked ? (list?.nodes.length ?? null) : null;
    const from = window.location.pathname;
    const shown = await showMore().catch(() => null);
    setMoreFailed(shown === null);
    // Whoever has gone on to another page meanwhile keeps its address.
    if (shown === null || window.location.pathname !== from) return;
    const next = withShown(new URLSearchParams(window.location.search), shown);
    setSearch(next, { replace: true, preventScrollReset: true });
  }

  return (
    <div className={classNames(!few && 'lg:grid lg:grid-cols-[15rem_minmax(0,1fr)] lg:gap-x-12')}>
      {!few && (
        <aside aria-label={t('list.filter')} className="hidden lg:block">
          {list ? panel : <Skeleton className="h-96" />}
        </aside>
      )}
      <div>
        <div className="mb-6 flex min-h-12 items-center gap-x-6">
          <p role="status" className="figures me-auto text-small text-ink-soft max-lg:order-1 max-sm:sr-only">
            {list ? t('list.count', { count: list.totalCount }) : ' '}
          </p>
          {!few && (
            <>
              <Button
                tone="outline"
                size="small"
                className="max-sm:me-auto lg:hidden"
                aria-haspopup="dialog"
                onPointerDown={() => void loadFilterDrawer()}
                onClick={() => setDrawer('open')}
              >
                <Icon name="filter" className="size-4.5" />
                {chosen.length > 0 ? t('list.filterChosen', { count: chosen.length }) : t('list.filter')}
              </Button>
              <SelectField
                compact
                label={t('list.sort')}
                value={ranked ? FOR_MY_SKIN : (sortOf(search) ?? '')}
                onChange={(sort) => {
                  setRanked(sort === FOR_MY_SKIN);
                  if (sort !== FOR_MY_SKIN) change(withSort(search, sort));
                }}
                options={[
                  { value: '', label: searchedWords(search) ? t('sort.relevance') : t('sort.ours') },
                  ...(Object.keys(SORTS) as (keyof typeof SORTS)[]).map((sort) => ({
                    value: sort,
                    label: t(SORT_NAMES[sort]),
                  })),
                  { value: FOR_MY_SKIN, label: t('rank.sort') },
                ]}
              />
            </>
          )}
        </div>
        {chosen.length > 0 && (
          <ul aria-label={t('list.chosen')} className="-mt-2 mb-8 flex flex-wrap items-center gap-2">
            {chosen.map(({ key, value, label }) => (
              <li key={`${key} ${value}`}>
                <button
                  type="button"
                  aria-label={t('list.letGo', { name: label })}
                  onClick={() => letGo(withValue(search, key, value, false))}
                  className="inline-flex min-h-8 items-center gap-2 rounded-full bg-eucalyptus-wash px-3.5 text-fine transition-colors hover:bg-hairline"
                >
                  {label}
                  <Icon name="close" className="size-3" />
                </button>
              </li>
            ))}
            <li>
              <Button tone="plain" onClick={() => letGo(withoutFilter(search))} className="ms-2">
                {t('list.clear')}
              </Button>
            </li>
          </ul>
        )}
        <div ref={results} tabIndex={-1} className="outline-none">
          {list?.totalCount === 0 ? (
            <EmptyList query={searchedWords(search)} onClear={() => letGo(withoutFilter(search))} />
          ) : ranked ? (
            <Suspense>
              <RankedList level={2} words={rankedVariables(search, locale, base)} />
            </Suspense>
          ) : (
            <div className={classNames('transition-opacity', stale && 'opacity-45')} aria-busy={stale || undefined}>
              <ProductGrid
                products={list?.nodes ?? null}
                expected={PAGE_SIZE / 2}
                leading={4}
                columns={few ? 'four' : 'three'}
                level={2}
              />
            </div>
          )}
        </div>
        {list && list.totalCount > 0 && !ranked && (
          <MoreProducts
            shown={list.nodes.length}
            total={list.totalCount}
            hasMore={list.pageInfo.hasNextPage}
            loading={loadingMore || stale}
            failed={moreFailed}
            search={search}
            onMore={(asked) => void more(asked)}
          />
        )}
      </div>
      {drawer !== 'never' && (
        <Suspense>
          <FilterDrawer
            open={drawer === 'open'}
            onOpenChange={(open) => setDrawer(open ? 'open' : 'closed')}
            count={list?.totalCount ?? 0}
            onClear={chosen.length > 0 ? () => change(withoutFilter(search)) : null}
          >
            {panel}
          </FilterDrawer>
        </Suspense>
      )}
    </div>
  );
}

/** Set to the place of the first product that is to come; once it is there it has the focus: the button may be gone. */
function useFirstNew(count: number, results: RefObject<HTMLElement | null>): RefObject<number | null> {
  const firstNew = useRef<number | null>(null);
  useEffect(() => {
    if (firstNew.current === null || count <= firstNew.current) return;
    const links = results.current?.querySelectorAll<HTMLElement>('article a');
    links?.[firstNew.current]?.focus({ preventScroll: true });
    firstNew.current = null;
  }, [count, results]);
  return firstNew;
}
