import { LinkButton } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Price } from '../../components/price.tsx';
import type { MyOrdersQuery, OrderState } from '../../generated/graphql.ts';
import type { MessageKey } from '../../generated-messages/message-key.ts';
import { formatDay } from '../../platform/i18n/format.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { useLocale } from '../../platform/locale/locale-context.tsx';
import { LocalLink } from '../../platform/page/local-link.tsx';

/** A page of the customer's orders. */
export type OrdersPage = NonNullable<MyOrdersQuery['me']>['orders'];

const STATES: Readonly<Record<OrderState, MessageKey>> = {
  AWAITING_PAYMENT: 'order.awaiting',
  PAID: 'track.paid',
  LAPSED: 'orders.lapsed',
  CANCELLED: 'orders.cancelled',
  REFUNDED: 'orders.refunded',
};

/** The customer's orders, newest first, each a link; what was in them stands on its page, so that a list opens nothing. */
export function OrderList({ orders }: { orders: OrdersPage }) {
  const t = useText();
  const { language, market } = useLocale();
  if (orders.totalCount === 0) {
    return (
      <EmptyState title={t('orders.none')} plain>
        <p>{t('orders.noneBody')}</p>
        <LinkButton to="/shop" tone="outline">
          {t('cart.discover')}
        </LinkButton>
      </EmptyState>
    );
  }
  return (
    <div className="flex flex-col gap-8">
      <p className="text-small text-ink-soft">{t('orders.count', { count: orders.totalCount })}</p>
      <ul className="border-t border-hairline">
        {orders.nodes.map(({ number, state, placedAt, total }) => (
          <li key={number} className="border-b border-hairline">
            <LocalLink
              to={`/account/orders/${number}`}
              className="group grid min-h-16 grid-cols-[1fr_auto] items-baseline gap-x-6 gap-y-0.5 py-4 transition-colors hover:text-eucalyptus sm:grid-cols-[12rem_1fr_1fr_auto]"
            >
              <span>{formatDay(placedAt, language, market)}</span>
              <Price money={total} className="figures text-end sm:order-last" />
              <span translate="no" className="text-small text-ink-soft group-hover:text-eucalyptus">
                {number}
              </span>
              <span className="text-end text-small text-ink-soft group-hover:text-eucalyptus sm:text-start">
                {t(STATES[state])}
              </span>
            </LocalLink>
          </li>
        ))}
      </ul>
      <Pages orders={orders} />
    </div>
  );
}

/** The ways to older orders and back to the newest; each page has an address of its own. */
function Pages({ orders: { pageInfo } }: { orders: OrdersPage }) {
  const t = useText();
  if (!pageInfo.hasNextPage && !pageInfo.hasPreviousPage) return null;
  return (
    <nav aria-label={t('orders.pages')} className="flex flex-wrap gap-4">
      {pageInfo.hasPreviousPage && (
        <LinkButton to="/account/orders" tone="outline">
          {t('orders.newest')}
        </LinkButton>
      )}
      {pageInfo.hasNextPage && pageInfo.endCursor !== null && (
        <LinkButton to={`/account/orders?after=${encodeURIComponent(pageInfo.endCursor)}`} tone="outline">
          {t('orders.older')}
        </LinkButton>
      )}
    </nav>
  );
}
