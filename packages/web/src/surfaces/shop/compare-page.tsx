import { useQuery } from '@apollo/client/react';
import { useEffect, useMemo } from 'react';
import { LinkButton } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { CompareMore } from '../../features/catalog/compare-more.tsx';
import { comparedSlugs, comparePath, MOST_COMPARED } from '../../features/catalog/compare-state.ts';
import { CompareTable } from '../../features/catalog/compare-table.tsx';
import { chooseToCompare } from '../../features/catalog/use-compare.ts';
import { ComparedProductDocument, RelatedProductsDocument } from '../../generated/graphql.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { apiLanguage } from '../../platform/locale/language.ts';
import { useLocale } from '../../platform/locale/locale-context.tsx';
import { PageHead } from '../../platform/page/page-head.tsx';
import { type PageQuery, type PageRequest, pageQuery, usePageRequest } from '../../platform/page/page-module.ts';
import { ListHeader } from './list-header.tsx';

/** What the page shows first. */
export function queries({ search, locale }: PageRequest): PageQuery[] {
  const variables = { language: apiLanguage(locale.language), market: locale.market };
  const slugs = comparedSlugs(search);
  const [first] = slugs;
  return [
    ...slugs.map((slug) => pageQuery(ComparedProductDocument, { slug, ...variables })),
    ...(first === undefined ? [] : [pageQuery(RelatedProductsDocument, { slug: first, ...variables })]),
  ];
}

/** Up to three products side by side. Which, stands in the address. */
export function Page() {
  const t = useText();
  const { search } = usePageRequest();
  const slugs = useMemo(() => comparedSlugs(search), [search]);
  const onlyDifferent = search.get('only') === 'different';
  const { products, failed, retry } = useComparedProducts(slugs);
  // Whoever goes back to the lists from here goes on with this choice.
  useEffect(() => chooseToCompare(slugs), [slugs]);
  return (
    <>
      <PageHead title={t('compare.title')} description={t('compare.lead')} unlisted={slugs.length > 0} />
      <ListHeader
        title={t('compare.title')}
        description={t('compare.lead')}
        way={[
          { to: '/', label: t('nav.start') },
          { to: '/shop', label: t('nav.all') },
        ]}
      />
      <div className="shell">
        {failed && <ErrorState onRetry={retry} />}
        {!failed && products === null && <Skeleton className="h-96" />}
        {products?.length === 0 && (
          <EmptyState title={t('compare.empty')}>
            <p>{t('compare.emptyBody')}</p>
            <LinkButton to="/shop" tone="outline">
              {t('nav.all')}
            </LinkButton>
          </EmptyState>
        )}
        {products !== null && products.length > 0 && (
          <>
            {products.length > 1 && (
              <LinkButton
                tone="outline"
                size="small"
                className="mb-8"
                preventScrollReset
                to={comparePath(slugs, !onlyDifferent)}
              >
                {onlyDifferent ? t('compare.showAll') : t('compare.showDifferent')}
              </LinkButton>
            )}
            <CompareTable products={products} onlyDifferent={onlyDifferent && products.length > 1} />
            {slugs.length < MOST_COMPARED && <CompareMore slugs={slugs} />}
          </>
        )}
      </div>
    </>
  );
}

/** The products, as far as the shop sells them; null while they are on their way. Hooks need a fixed number of questions. */
function useComparedProducts(slugs: readonly string[]) {
  const { api } = useLocale();
  const ask = (slug: string | undefined) => ({ variables: { slug: slug ?? '', ...api }, skip: slug === undefined });
  const answers = [
    useQuery(ComparedProductDocument, ask(slugs[0])),
    useQuery(ComparedProductDocument, ask(slugs[1])),
    useQuery(ComparedProductDocument, ask(slugs[2])),
  ].slice(0, slugs.length);
  const known = answers.every(({ data }) => data);
  return {
    products: known ? answers.flatMap(({ data }) => data?.product ?? []) : null,
    failed: answers.some(({ error, data }) => error && !data),
    retry: () => {
      for (const { refetch } of answers) void refetch();
    },
  };
}
