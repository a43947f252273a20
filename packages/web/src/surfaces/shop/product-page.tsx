import { useQuery } from '@apollo/client/react';
import { Breadcrumb } from '../../components/breadcrumb.tsx';
import { ErrorState } from '../../components/error-state.tsx';
import { plainAddressOf } from '../../components/picture-sources.ts';
import { Skeleton } from '../../components/skeleton.tsx';
import { BuyBox } from '../../features/catalog/buy-box.tsx';
import { CompareToggle } from '../../features/catalog/compare-toggle.tsx';
import { IngredientReader } from '../../features/catalog/ingredient-reader.tsx';
import { ProductDetails, ProductFacts } from '../../features/catalog/product-facts.tsx';
import { ProductGallery } from '../../features/catalog/product-gallery.tsx';
import { productStructuredData } from '../../features/catalog/product-structured-data.ts';
import { RelatedProducts } from '../../features/catalog/related-products.tsx';
import { DeliveryEstimate, deliveryQuery } from '../../features/checkout/delivery-estimate.tsx';
import { KeepButtons } from '../../features/on-device/keep-buttons.tsx';
import { RememberView } from '../../features/on-device/remember-view.tsx';
import { organisationId } from '../../features/seller/shop-structured-data.ts';
import { ProductDocument, RelatedProductsDocument } from '../../generated/graphql.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { apiLanguage } from '../../platform/locale/language.ts';
import { useLocale } from '../../platform/locale/locale-context.tsx';
import { PageHead } from '../../platform/page/page-head.tsx';
import { type PageQuery, type PageRequest, pageQuery, usePageRequest } from '../../platform/page/page-module.ts';
import { useSite } from '../../platform/page/site-context.tsx';
import { StructuredData } from '../../platform/page/structured-data.tsx';
import { useWholeAddress } from '../../platform/page/whole-address.ts';
import { Page as NotFoundPage } from './not-found-page.tsx';

/** What the page shows first. */
export function queries({ params, locale }: PageRequest): PageQuery[] {
  const variables = { slug: params.slug ?? '', language: apiLanguage(locale.language), market: locale.market };
  return [pageQuery(ProductDocument, variables), pageQuery(RelatedProductsDocument, variables), deliveryQuery(locale)];
}

/** A product: pictures, what can be bought of it, what is in it and how to use it. */
export function Page() {
  const t = useText();
  const { api } = useLocale();
  const { params } = usePageRequest();
  const { publicUrl } = useSite();
  const address = useWholeAddress();
  const { data, previousData, error, refetch } = useQuery(ProductDocument, {
    variables: { slug: params.slug ?? '', ...api },
  });
  const shown = data ?? previousData;
  if (error && !shown) return <ErrorState onRetry={() => void refetch()} />;
  if (!shown) return <ProductSkeleton />;
  const { product } = shown;
  if (!product) return <NotFoundPage />;
  const [leading] = product.pictures;
  const category = product.category && { to: `/collections/${product.category.handle}`, label: product.category.title };
  return (
    <>
      <PageHead
        title={product.title}
        description={product.subtitle ?? undefined}
        picture={leading && plainAddressOf(leading)}
        kind="product"
      />
      <StructuredData
        data={productStructuredData(product, {
          page: address.page(`/products/${product.slug}`),
          pictures: product.pictures.map(({ url }) => address.file(url)),
          seller: organisationId(publicUrl),
        })}
      />
      <div className="shell pt-6 lg:pt-8">
        <Breadcrumb
          way={[
            { to: '/', label: t('nav.start') },
            { to: '/shop', label: t('nav.all') },
            ...(category ? [category] : []),
          ]}
          here={product.title}
        />
        {/* The description goes on below the pictures, so that both columns end at about the same height. */}
        <div className="mt-6 grid gap-x-8 gap-y-10 lg:mt-10 lg:grid-cols-12 lg:grid-rows-[auto_1fr] lg:gap-y-16">
          <div className="lg:col-span-7">
            <ProductGallery pictures={product.pictures} />
          </div>
          <div className="flex flex-col gap-8 lg:col-span-5 lg:row-span-2 xl:col-span-4 xl:col-start-9">
            <div className="flex flex-col gap-3">
              <p className="text-fine text-ink-faint">{[product.vendor, product.range].filter(Boolean).join(' · ')}</p>
              <h1 className="display-2 text-[clamp(2.125rem,1.6rem+2vw,3.25rem)]">{product.title}</h1>
              {product.subtitle !== null && <p className="text-lead text-ink-soft">{product.subtitle}</p>}
            </div>
            <BuyBox product={product} />
            <KeepButtons product={product}>
              <CompareToggle product={product} worded />
            </KeepButtons>
            <DeliveryEstimate />
            <div>
              <ProductFacts product={product} />
              <ProductDetails product={product} />
            </div>
          </div>
          <section aria-label={t('product.description')} className="lg:col-span-7">
            <div
              className="rich-text"
              // biome-ignore lint/security/noDangerouslySetInnerHtml: the API answers it sanitised (schema: Product.descriptionHtml).
              dangerouslySetInnerHTML={{ __html: product.descriptionHtml }}
            />
          </section>
        </div>
      </div>
      <IngredientReader ingredients={product.ingredients} />
      <RememberView product={product} />
      <RelatedProducts slug={product.slug} />
    </>
  );
}

function ProductSkeleton() {
  return (
    <div className="shell grid gap-8 pt-24 lg:grid-cols-12">
      <Skeleton className="aspect-4/5 lg:col-span-7" />
      <div className="flex flex-col gap-4 lg:col-span-4 lg:col-start-9">
        <Skeleton className="h-14 w-3/4" />
        <Skeleton className="h-6" />
        <Skeleton className="mt-6 h-8 w-24" />
        <Skeleton className="h-12" />
      </div>
    </div>
  );
}
