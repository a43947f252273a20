import { useApolloClient } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { Button, LinkButton } from '../../components/button.tsx';
import { QuietPage } from '../../components/quiet-page.tsx';
import { Spinner } from '../../components/spinner.tsx';
import { useSignedInHint } from '../../features/accounts/signed-in-hint.ts';
import { keepOrderedGoods } from '../../features/cart/ordered-goods.ts';
import { PutGoodsBack } from '../../features/cart/put-goods-back.tsx';
import { readOrderToken } from '../../features/orders/order-token.ts';
import { OrderView } from '../../features/orders/order-view.tsx';
import { ORDER_STATES } from '../../features/orders/order-words.ts';
import { PayAgain } from '../../features/orders/pay-again.tsx';
import { useOrder } from '../../features/orders/use-order.ts';
import { CartDocument } from '../../generated/graphql.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { PageHead } from '../../platform/page/page-head.tsx';

/** Where the payment institution sends a buyer back to: what became of the order, as soon as it is known. */
export function Page() {
  const t = useText();
  const client = useApolloClient();
  const [token, setToken] = useState<string | null | undefined>(undefined);
  useEffect(() => {
    setToken(readOrderToken());
    // What was ordered is no longer in the cart.
    void client.refetchQueries({ include: [CartDocument] });
  }, [client]);
  return (
    <div className="shell pt-14 lg:pt-24 *:max-w-[46rem]">
      <PageHead title={t('order.title')} unlisted />
      {token === null && <Elsewhere />}
      {token === undefined && <Waiting />}
      {token != null && <Placed token={token} />}
    </div>
  );
}

function Placed({ token }: { token: string }) {
  const t = useText();
  const { answer, again } = useOrder(token, null);
  const paid = answer.kind === 'order' && answer.order.state === 'PAID';
  useEffect(() => {
    if (paid) keepOrderedGoods([]);
  }, [paid]);
  if (answer.kind === 'loading') return <Waiting />;
  if (answer.kind === 'unknown') return <Elsewhere />;
  if (answer.kind === 'connection') {
    return (
      <div role="status" className="flex flex-col items-start gap-5">
        <h1 className="display-2">{t('order.title')}</h1>
        <p className="text-ink-soft">{t('error.connection')}</p>
        <Button onClick={again}>{t('error.retry')}</Button>
      </div>
    );
  }
  const { order } = answer;
  const words = ORDER_STATES[order.state];
  return (
    <div className="grid max-w-none! items-start gap-x-16 gap-y-12 lg:grid-cols-2 print:block">
      <div role="status" className="flex flex-col items-start gap-5">
        <h1 className="display-2">{t(words.title)}</h1>
        <p className="max-w-prose text-lead text-ink-soft">{t(words.body)}</p>
        {order.state === 'AWAITING_PAYMENT' && <PayAgain order={{ token }} until={order.payableUntil} />}
        {(order.state === 'CANCELLED' || order.state === 'LAPSED') && <PutGoodsBack />}
        {order.state === 'PAID' && (
          <p className="print:hidden">
            <LinkButton to={`/track#${token}`} tone="outline">
              {t('order.follow')}
            </LinkButton>
          </p>
        )}
      </div>
      <OrderView order={order} />
    </div>
  );
}

function Waiting() {
  const t = useText();
  return (
    <div role="status" className="flex min-h-96 flex-col gap-5">
      <h1 className="display-2">{t('order.title')}</h1>
      <p className="flex items-center gap-3 text-ink-soft">
        <Spinner />
        {t('order.waiting')}
      </p>
    </div>
  );
}

/** Without the token of this tab nothing can be shown; the mail has the link, and an account has the order. */
function Elsewhere() {
  const t = useText();
  const signedIn = useSignedInHint();
  return (
    <QuietPage title={t('order.title')} lead={t('order.elsewhere')}>
      {signedIn && <LinkButton to="/account/orders">{t('orders.all')}</LinkButton>}
      <LinkButton to="/shop" tone="outline">
        {t('cart.discover')}
      </LinkButton>
    </QuietPage>
  );
}
