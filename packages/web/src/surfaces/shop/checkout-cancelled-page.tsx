import { useEffect, useState } from 'react';
import { LinkButton } from '../../components/button.tsx';
import { readOrderToken } from '../../features/orders/order-token.ts';
import { PayAgain } from '../../features/orders/pay-again.tsx';
import { useText } from '../../platform/i18n/text.tsx';
import { PageHead } from '../../platform/page/page-head.tsx';

/** Where the payment institution sends somebody who did not want to pay there: nothing is lost, nothing is owed. */
export function Page() {
  const t = useText();
  const [token, setToken] = useState<string | null>(null);
  useEffect(() => setToken(readOrderToken()), []);
  return (
    <div className="shell flex max-w-[52rem] flex-col items-start gap-6 pt-14 lg:pt-24">
      <PageHead title={t('notPaid.title')} unlisted />
      <h1 className="display-2">{t('notPaid.title')}</h1>
      <p className="max-w-prose text-lead text-ink-soft">{t('notPaid.body')}</p>
      {token !== null && <PayAgain token={token} until={null} />}
      <LinkButton to="/shop" tone="outline">
        {t('cart.discover')}
      </LinkButton>
    </div>
  );
}
