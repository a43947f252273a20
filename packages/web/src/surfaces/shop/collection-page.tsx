import { useQuery } from '@apollo/client/react';
import { ErrorState } from '../../components/error-state.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { listVariables } from '../../features/catalog/list-state.ts';
import { ProductList } from '../../features/catalog/product-list.tsx';
import { CollectionDocument, type ProductFilter, ProductListDocument } from '../../generated/graphql.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { apiLanguage } from '../../platform/locale/language.ts';
import { useLocale } from '../../platform/locale/locale-context.tsx';
import { PageHead } from '../../platform/page/page-head.tsx';
import { type PageQuery, type PageRequest, pageQuery, usePageRequest } from '../../platform/page/page-module.ts';
import { ListHeader } from './list-header.tsx';
import { Page as NotFoundPage } from './not-found-page.tsx';

/** A category and a collection share their kind of address; a product is in either by the handle of both filters. */
const baseOf = (handle: string, kind: 'CATEGORY' | 'COLLECTION'): ProductFilter =>
  kind === 'CATEGORY' ? { category: [handle] } : { collection: [handle] };

/** What the page shows first: which of the two the handle names is known only when it is answered. */
export function queries({ params, locale }: PageRequest): PageQuery[] {
  return [
    pageQuery(CollectionDocument, {
      handle: params.handle ?? '',
      language: apiLanguage(locale.language),
      market: locale.market,
    }),
  ];
}

/** What to fetch once the first data is known. */
export function moreQueries({ params, search, locale }: PageRequest, data: unknown[]): PageQuery[] {
  const [{ collection } = { collection: null }] = data as { collection: { kind: 'CATEGORY' | 'COLLECTION' } | null }[];
  if (!collection) return [];
  return [pageQuery(ProductListDocument, listVariables(search, locale, baseOf(params.handle ?? '', collection.kind)))];
}

/** The products of a category or collection. */
export function Page() {
  const t = useText();
  const { api } = useLocale();
  const { params } = usePageRequest();
  const handle = params.handle ?? '';
  const { data, previousData, error, refetch } = useQuery(CollectionDocument, { variables: { handle, ...api } });
  const shown = data ?? previousData;
  if (error && !shown) return <ErrorState onRetry={() => void refetch()} />;
  if (!shown) return <Skeleton className="shell mt-24 h-24" />;
  const { collection } = shown;
  if (!collection) return <NotFoundPage />;
  return (
    <>
      <PageHead title={collection.title} description={collection.description ?? undefined} />
      <ListHeader
        title={collection.title}
        description={collection.description}
        picture={collection.picture}
        way={[
          { to: '/', label: t('nav.start') },
          { to: '/shop', label: t('nav.all') },
        ]}
      />
      <section className="shell">
        <ProductList
          key={collection.handle}
          base={baseOf(collection.handle, collection.kind)}
          without={[collection.kind === 'CATEGORY' ? 'CATEGORY' : 'COLLECTION']}
        />
      </section>
    </>
  );
}
