import { LinkButton } from '../../components/button.tsx';
import { useText } from '../../platform/i18n/text.tsx';
import { PageHead } from '../../platform/page/page-head.tsx';
import { useSite } from '../../platform/page/site-context.tsx';

/** Says that nothing is here, with status 404, and where something is. */
export function Page() {
  const t = useText();
  useSite().response.status = 404;
  return (
    <div className="shell flex flex-col items-start gap-6 py-24 lg:py-40">
      <PageHead title={t('notFound.title')} unlisted />
      <h1 className="display-2">{t('notFound.title')}</h1>
      <p className="max-w-prose text-lead text-ink-soft">{t('notFound.body')}</p>
      <div className="flex flex-wrap gap-4">
        <LinkButton to="/shop">{t('notFound.shop')}</LinkButton>
        <LinkButton to="/search" tone="outline">
          {t('nav.search')}
        </LinkButton>
      </div>
    </div>
  );
}
