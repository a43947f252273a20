import { useQuery } from '@apollo/client/react';
import { CollectionTeaser } from '../../features/catalog/collection-teaser.tsx';
import { ProductGrid } from '../../features/catalog/product-grid.tsx';
import { useCollections } from '../../features/catalog/use-collections.ts';
import { shopStructuredData } from '../../features/seller/shop-structured-data.ts';
import { useSeller } from '../../features/seller/use-seller.ts';
import { CollectionTeaserDocument, HomeDocument, type HomeQuery } from '../../generated/graphql.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { apiLanguage } from '../../platform/locale/language.ts';
import { useLocale } from '../../platform/locale/locale-context.tsx';
import { LocalLink } from '../../platform/page/local-link.tsx';
import { PageHead } from '../../platform/page/page-head.tsx';
import { type PageQuery, type PageRequest, pageQuery } from '../../platform/page/page-module.ts';
import { useSite } from '../../platform/page/site-context.tsx';
import { StructuredData } from '../../platform/page/structured-data.tsx';
import { useWholeAddress } from '../../platform/page/whole-address.ts';
import { featuredCollections } from './featured-collections.ts';
import { HomeHero } from './home-hero.tsx';
import { HomeIndex } from './home-index.tsx';
import { HomePrivacy } from './home-privacy.tsx';

/** What the page shows first. */
export function queries({ locale: { language, market } }: PageRequest): PageQuery[] {
  return [pageQuery(HomeDocument, { language: apiLanguage(language), market })];
}

/** The large collections, once it is known which there are. */
export function moreQueries({ locale: { language, market } }: PageRequest, data: unknown[]): PageQuery[] {
  const [home] = data as [HomeQuery | undefined];
  return featuredCollections(home?.collections ?? []).map((handle) =>
    pageQuery(CollectionTeaserDocument, { handle, language: apiLanguage(language), market }),
  );
}

/** The shop's front: a scene, what is bought most, the whole assortment as an index, and what is done with data. */
export function Page() {
  const t = useText();
  const { api, language } = useLocale();
  const { publicUrl } = useSite();
  const address = useWholeAddress();
  const seller = useSeller();
  const { data, previousData } = useQuery(HomeDocument, { variables: api });
  const shown = data ?? previousData;
  const { categories, collections } = useCollections();
  const featured = featuredCollections(shown?.collections ?? []);
  const bestsellers = shown?.bestsellers.nodes ?? [];
  const products = shown ? (bestsellers.length > 0 ? bestsellers : shown.newest.nodes) : null;
  return (
    <>
      <PageHead />
      {seller && (
        <StructuredData
          data={shopStructuredData(seller, language, {
            publicUrl,
            search: address.page('/search'),
            logo: address.file('/icon-512.png'),
          })}
        />
      )}
      <HomeHero />
      <section aria-labelledby="bestsellers" className="shell pt-20 lg:pt-32">
        <div className="mb-10 flex flex-wrap items-baseline justify-between gap-x-8 gap-y-3 lg:mb-14">
          <h2 id="bestsellers" className="display-2">
            {bestsellers.length > 0 || !shown ? t('home.bestsellers') : t('home.newest')}
          </h2>
          <LocalLink to="/shop" className="inline-link touch-target text-small">
            {t('home.seeAll', { count: shown?.newest.totalCount ?? 0 })}
          </LocalLink>
        </div>
        <ProductGrid products={products} />
      </section>
      {featured.length > 0 && (
        <section aria-labelledby="featured" className="shell pt-24 lg:pt-40">
          <h2 id="featured" className="display-2 mb-10 lg:mb-14">
            {t('home.featured')}
          </h2>
          <ul className="grid gap-x-8 gap-y-12 sm:grid-cols-3">
            {featured.map((handle) => (
              <li key={handle}>
                <CollectionTeaser handle={handle} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <HomeIndex categories={categories} collections={collections} />
      <HomePrivacy />
    </>
  );
}
