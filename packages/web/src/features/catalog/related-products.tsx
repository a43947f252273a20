import { useQuery } from '@apollo/client/react';
import { RelatedProductsDocument } from '../../generated/graphql.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { useLocale } from '../../platform/locale/locale-context.tsx';
import { ProductGrid } from './product-grid.tsx';

/** What shares most with a product, for whoever looks at it. */
export function RelatedProducts({ slug }: { slug: string }) {
  const t = useText();
  const { api } = useLocale();
  const { data, previousData } = useQuery(RelatedProductsDocument, { variables: { slug, ...api } });
  const related = (data ?? previousData)?.relatedProducts ?? [];
  if (related.length === 0) return null;
  return (
    <section aria-labelledby="related" className="shell pt-24 lg:pt-36">
      <div className="mb-10 flex flex-col gap-2 border-t border-ink pt-8">
        <h2 id="related" className="display-3">
          {t('related.title')}
        </h2>
        <p className="max-w-prose text-small text-ink-soft">{t('related.lead')}</p>
      </div>
      <ProductGrid products={related} />
    </section>
  );
}
