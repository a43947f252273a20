import { useQuery } from '@apollo/client/react';
import { ErrorState } from '../../components/error-state.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { IngredientIndex } from '../../features/catalog/ingredient-index.tsx';
import { IngredientsDocument } from '../../generated/graphql.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { apiLanguage } from '../../platform/locale/language.ts';
import { useLocale } from '../../platform/locale/locale-context.tsx';
import { PageHead } from '../../platform/page/page-head.tsx';
import { type PageQuery, type PageRequest, pageQuery } from '../../platform/page/page-module.ts';
import { ListHeader } from './list-header.tsx';

/** What the page shows first. */
export function queries({ locale: { language, market } }: PageRequest): PageQuery[] {
  return [pageQuery(IngredientsDocument, { language: apiLanguage(language), market })];
}

/** Every ingredient of the shop from A to Z. */
export function Page() {
  const t = useText();
  const { api } = useLocale();
  const { data, previousData, error, refetch } = useQuery(IngredientsDocument, { variables: api });
  const shown = data ?? previousData;
  if (error && !shown) return <ErrorState onRetry={() => void refetch()} />;
  return (
    <>
      <PageHead title={t('ingredients.name')} description={t('ingredients.description')} />
      <ListHeader
        title={t('ingredients.name')}
        description={t('ingredients.description')}
        way={[{ to: '/', label: t('nav.start') }]}
      />
      <div className="shell">
        {shown ? <IngredientIndex ingredients={shown.ingredients} /> : <Skeleton className="h-96" />}
      </div>
    </>
  );
}
