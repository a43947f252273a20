import { LinkButton } from '../../components/button.tsx';
import { HiddenAgain } from '../../features/accounts/hidden-again.tsx';
import { CorrectOrder } from '../../features/orders/correct-order.tsx';
import { DownloadInvoice } from '../../features/orders/download-invoice.tsx';
import { OrderView } from '../../features/orders/order-view.tsx';
import { TRACKED_STATES } from '../../features/orders/order-words.ts';
import { PayAgain } from '../../features/orders/pay-again.tsx';
import { useOwnOrder } from '../../features/orders/use-own-orders.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { usePageRequest } from '../../platform/page/page-module.ts';
import { OwnFrame } from './own-frame.tsx';

/** One of the customer's orders: where it stands and what comes next, what is in it, and what of it can still be changed. */
export function OwnOrderPage() {
  const t = useText();
  const { params } = usePageRequest();
  const number = params.number ?? '';
  const own = useOwnOrder(number);
  return (
    <OwnFrame
      title={t('orders.one')}
      own={own}
      unknown={
        <div className="flex flex-col items-start gap-6">
          <p className="max-w-prose text-lead text-ink-soft">{t('orders.unknown')}</p>
          <LinkButton to="/account/orders" tone="outline">
            {t('orders.all')}
          </LinkButton>
        </div>
      }
    >
      {(order, dropped) => {
        const words = TRACKED_STATES[order.state];
        return (
          <div className="grid items-start gap-x-16 gap-y-12 lg:grid-cols-2 print:block">
            <div role="status" className="flex flex-col items-start gap-5">
              <h2 className="display-3">{t(words.title)}</h2>
              <p className="max-w-prose text-lead text-ink-soft">
                {t(order.state === 'PAID' ? 'orders.paidBody' : words.body)}
              </p>
              {order.state === 'AWAITING_PAYMENT' && <PayAgain order={{ number }} until={order.payableUntil} />}
            </div>
            <OrderView order={order}>
              {dropped && <HiddenAgain onShow={own.again} />}
              <CorrectOrder order={order} named={{ number }} proof={null} onCorrected={own.take} />
              <DownloadInvoice order={order} named={{ number }} proof={null} />
            </OrderView>
          </div>
        );
      }}
    </OwnFrame>
  );
}
