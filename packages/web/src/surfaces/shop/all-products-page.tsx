import { listVariables } from '../../features/catalog/list-state.ts';
import { ProductList } from '../../features/catalog/product-list.tsx';
import { ProductListDocument } from '../../generated/graphql.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { PageHead } from '../../platform/page/page-head.tsx';
import { type PageQuery, type PageRequest, pageQuery } from '../../platform/page/page-module.ts';
import { ListHeader } from './list-header.tsx';

/** What the page shows first. */
export function queries({ search, locale }: PageRequest): PageQuery[] {
  return [pageQuery(ProductListDocument, listVariables(search, locale))];
}

/** Everything the shop sells. */
export function Page() {
  const t = useText();
  return (
    <>
      <PageHead title={t('nav.all')} description={t('all.description')} />
      <ListHeader title={t('nav.all')} description={t('all.description')} way={[{ to: '/', label: t('nav.start') }]} />
      <section className="shell">
        <ProductList />
      </section>
    </>
  );
}
