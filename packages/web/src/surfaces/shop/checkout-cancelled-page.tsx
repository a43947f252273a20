import { LinkButton } from '../../components/button.tsx';
import { useText } from '../../platform/i18n/text.tsx';
import { PageHead } from '../../platform/page/page-head.tsx';

/** Where the payment institution sends somebody who did not want to pay there: the order is let go, nothing is owed (D15). */
export function Page() {
  const t = useText();
  return (
    <div className="shell flex flex-col items-start gap-6 pt-14 lg:pt-24">
      <PageHead title={t('notPaid.title')} unlisted />
      <h1 className="display-2">{t('notPaid.title')}</h1>
      <p className="max-w-prose text-lead text-ink-soft">{t('notPaid.body')}</p>
      <LinkButton to="/shop" tone="outline">
        {t('cart.discover')}
      </LinkButton>
    </div>
  );
}
