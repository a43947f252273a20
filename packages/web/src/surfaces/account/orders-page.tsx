import { AccountSection } from '../../features/accounts/account-section.tsx';
import { ClaimOrder } from '../../features/orders/claim-order.tsx';
import { OrderList } from '../../features/orders/order-list.tsx';
import { useOwnOrders } from '../../features/orders/use-own-orders.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { usePageRequest } from '../../platform/page/page-module.ts';
import { OwnFrame } from './own-frame.tsx';

/** The customer's orders, and the way for one that was placed as a guest to come among them. */
export function OrdersPage() {
  const t = useText();
  const { search } = usePageRequest();
  const own = useOwnOrders(search.get('after'));
  return (
    <OwnFrame title={t('orders.title')} own={own}>
      {(orders) => (
        <>
          <OrderList orders={orders} />
          <div className="mt-14">
            <AccountSection title={t('claim.title')} lead={t('claim.lead')}>
              <ClaimOrder onClaimed={own.again} onOver={own.again} />
            </AccountSection>
          </div>
        </>
      )}
    </OwnFrame>
  );
}
