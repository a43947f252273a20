import { LinkButton } from '../../components/button.tsx';
import { Drawer } from '../../components/drawer.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { useText } from '../../platform/i18n/text.tsx';
import { useCart } from './cart-context.ts';
import { CartLineRow, RemovedLine } from './cart-line-row.tsx';
import { CartProblemNotice } from './cart-problem-notice.tsx';
import { CartTotals } from './cart-totals.tsx';
import { FreeShipping } from './free-shipping.tsx';
import { PromotionCode } from './promotion-code.tsx';

/** The cart in a drawer: what is in it, what is missing to free shipping, what it costs. */
export function CartDrawer() {
  const t = useText();
  const { cart, loading, drawerOpen, showDrawer, removed, forgetRemoved } = useCart();
  const empty = cart === null || cart.lines.length === 0;
  const close = () => showDrawer(false);
  return (
    <Drawer
      side="end"
      open={drawerOpen}
      onOpenChange={(open) => {
        showDrawer(open);
        if (!open) forgetRemoved();
      }}
      title={t('cart.title')}
      footer={
        empty ? undefined : (
          <div className="flex flex-col gap-4">
            <CartTotals cart={cart} />
            <LinkButton to="/checkout" wide onClick={close}>
              {t('cart.checkout')}
            </LinkButton>
            <p className="text-center text-fine text-ink-faint">{t('cart.noName')}</p>
          </div>
        )
      }
    >
      <CartProblemNotice />
      {loading && <CartSkeleton />}
      {!loading && empty && removed === null && (
        <EmptyState title={t('cart.empty')}>
          <p>{t('cart.emptyBody')}</p>
          <LinkButton to="/shop" tone="outline" onClick={close}>
            {t('cart.discover')}
          </LinkButton>
        </EmptyState>
      )}
      {cart !== null && !empty && <FreeShipping cart={cart} />}
      <ul>
        {cart?.lines.map((line) => (
          <CartLineRow key={line.variant.id} line={line} onVisit={close} />
        ))}
        {removed !== null && <RemovedLine line={removed} />}
      </ul>
      {!empty && <PromotionCode cart={cart} />}
    </Drawer>
  );
}

function CartSkeleton() {
  return (
    <div className="flex gap-4 py-5">
      <Skeleton className="h-25 w-20" />
      <div className="flex-1">
        <Skeleton className="mb-3 h-5 w-2/3" />
        <Skeleton className="h-4 w-1/3" />
      </div>
    </div>
  );
}
