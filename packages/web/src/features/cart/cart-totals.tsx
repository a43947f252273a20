import { Price } from '../../components/price.tsx';
import { useText } from '../../platform/i18n/text.tsx';
import type { Cart } from './cart-change.ts';

/** What the goods cost, before shipping. */
export function CartTotals({ cart }: { cart: Cart }) {
  const t = useText();
  return (
    <div className="text-small">
      <dl className="flex flex-col gap-1">
        {cart.discount.amount > 0 && (
          <>
            <Row label={t('cart.subtotal')}>
              <Price money={cart.subtotal} />
            </Row>
            <Row label={t('cart.discount', { code: cart.promotionCode ?? '' })}>
              <Price money={{ ...cart.discount, amount: -cart.discount.amount }} />
            </Row>
          </>
        )}
        <Row label={t('cart.total')} strong>
          <Price money={cart.total} />
        </Row>
      </dl>
      <p className="mt-1 text-fine text-ink-faint">
        {cart.market === 'US' ? t('cart.beforeTax') : t('cart.taxIncluded')}
      </p>
    </div>
  );
}

function Row({ label, strong = false, children }: { label: string; strong?: boolean; children: React.ReactNode }) {
  return (
    <div
      className={
        strong
          ? 'flex items-baseline justify-between text-base font-medium'
          : 'flex items-baseline justify-between text-ink-soft'
      }
    >
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
