import { useQuery } from '@apollo/client/react';
import { CollectionsDocument, type CollectionsQuery } from '../../generated/graphql.ts';
import { apiLanguage } from '../../platform/locale/language.ts';
import { type Locale, useLocale } from '../../platform/locale/locale-context.tsx';
import { pageQuery } from '../../platform/page/page-module.ts';

/** A category or collection as navigation shows it. */
export type CollectionSummary = CollectionsQuery['collections'][number];

/** Asks for all categories and collections; each page shows them in its navigation. */
export function collectionsQuery({ language, market }: Locale) {
  return pageQuery(CollectionsDocument, { language: apiLanguage(language), market });
}

/** The categories and collections that have something to sell, in the merchant's order. */
export function useCollections(): { categories: CollectionSummary[]; collections: CollectionSummary[] } {
  const { api } = useLocale();
  const { data, previousData } = useQuery(CollectionsDocument, { variables: api });
  const all = ((data ?? previousData)?.collections ?? []).filter(({ productCount }) => productCount > 0);
  return {
    categories: all.filter(({ kind }) => kind === 'CATEGORY'),
    collections: all.filter(({ kind }) => kind === 'COLLECTION'),
  };
}
