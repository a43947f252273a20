import { LinkButton } from '../../components/button.tsx';
import { QuietPage } from '../../components/quiet-page.tsx';
import { PutGoodsBack } from '../../features/cart/put-goods-back.tsx';
import { useText } from '../../platform/i18n/text.tsx';
import { PageHead } from '../../platform/page/page-head.tsx';

/** Where the payment institution sends somebody who did not want to pay there: the order is let go, nothing is owed (D15). */
export function Page() {
  const t = useText();
  return (
    <div className="shell pt-14 lg:pt-24">
      <PageHead title={t('notPaid.title')} unlisted />
      <QuietPage title={t('notPaid.title')} lead={t('notPaid.body')}>
        <PutGoodsBack />
        <LinkButton to="/shop" tone="outline">
          {t('cart.discover')}
        </LinkButton>
      </QuietPage>
    </div>
  );
}
