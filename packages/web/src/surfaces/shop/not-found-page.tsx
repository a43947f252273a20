import { LinkButton } from '../../components/button.tsx';
import { QuietPage } from '../../components/quiet-page.tsx';
import { useText } from '../../platform/i18n/text.tsx';
import { PageHead } from '../../platform/page/page-head.tsx';
import { useSite } from '../../platform/page/site-context.tsx';

/** Says that nothing is here, with status 404, and where something is. */
export function Page() {
  const t = useText();
  useSite().response.status = 404;
  return (
    <div className="shell pt-14 lg:pt-24">
      <PageHead title={t('notFound.title')} unlisted />
      <QuietPage title={t('notFound.title')} lead={t('notFound.body')}>
        <div className="flex flex-wrap gap-4">
          <LinkButton to="/shop">{t('notFound.shop')}</LinkButton>
          <LinkButton to="/search" tone="outline">
            {t('nav.search')}
          </LinkButton>
        </div>
      </QuietPage>
    </div>
  );
}
