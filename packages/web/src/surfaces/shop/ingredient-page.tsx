import { useQuery } from '@apollo/client/react';
import { ErrorState } from '../../components/error-state.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { IngredientApart, IngredientFacts } from '../../features/catalog/ingredient-facts.tsx';
import { listVariables } from '../../features/catalog/list-state.ts';
import { ProductList } from '../../features/catalog/product-list.tsx';
import { IngredientDocument, ProductListDocument } from '../../generated/graphql.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { apiLanguage } from '../../platform/locale/language.ts';
import { useLocale } from '../../platform/locale/locale-context.tsx';
import { PageHead } from '../../platform/page/page-head.tsx';
import { type PageQuery, type PageRequest, pageQuery, usePageRequest } from '../../platform/page/page-module.ts';
import { ListHeader } from './list-header.tsx';
import { Page as NotFoundPage } from './not-found-page.tsx';

/** What the page shows first. */
export function queries({ params, search, locale }: PageRequest): PageQuery[] {
  const slug = params.slug ?? '';
  return [
    pageQuery(IngredientDocument, { slug, language: apiLanguage(locale.language), market: locale.market }),
    pageQuery(ProductListDocument, listVariables(search, locale, { ingredient: [slug] })),
  ];
}

/** An ingredient: what it does, what it does not go with, and the products that contain it. */
export function Page() {
  const t = useText();
  const { api } = useLocale();
  const { params } = usePageRequest();
  const slug = params.slug ?? '';
  const { data, previousData, error, refetch } = useQuery(IngredientDocument, { variables: { slug, ...api } });
  const shown = data ?? previousData;
  if (error && !shown) return <ErrorState onRetry={() => void refetch()} />;
  if (!shown) return <Skeleton className="shell mt-24 h-24" />;
  const { ingredient } = shown;
  if (!ingredient) return <NotFoundPage />;
  const { commonName, inci } = ingredient;
  return (
    <>
      <PageHead title={commonName} description={t('ingredient.description', { name: commonName })} />
      <ListHeader
        title={commonName}
        otherName={inci === commonName ? null : inci}
        way={[
          { to: '/', label: t('nav.start') },
          { to: '/ingredients', label: t('ingredients.name') },
        ]}
      />
      <div className="shell">
        <IngredientFacts ingredient={ingredient} />
        <IngredientApart ingredient={ingredient} />
      </div>
      <section aria-labelledby="products" className="shell mt-16 lg:mt-24">
        <h2 id="products" className="display-3 mb-8 border-t border-ink pt-8">
          {t('ingredient.in')}
        </h2>
        <ProductList key={ingredient.slug} base={{ ingredient: [ingredient.slug] }} without={['INGREDIENT']} />
      </section>
    </>
  );
}
