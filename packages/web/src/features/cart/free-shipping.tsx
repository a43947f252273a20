import { formatMoney } from '../../platform/i18n/format.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { useLocale } from '../../platform/locale/locale-context.tsx';
import type { Cart } from './cart-change.ts';

/** How far it is to free shipping, in words and as a line. */
export function FreeShipping({ cart }: { cart: Cart }) {
  const t = useText();
  const { language, market } = useLocale();
  const missing = cart.freeShippingRemaining;
  if (missing === null) return null;
  const threshold = missing.amount + cart.total.amount;
  const words =
    missing.amount > 0
      ? t('cart.freeShippingMissing', { amount: formatMoney(missing, language, market) })
      : t('cart.freeShippingReached');
  return (
    <div className="pb-1">
      <p className="mb-2 text-fine text-ink-soft">{words}</p>
      <meter
        className="progress-line"
        aria-label={t('cart.freeShippingLabel')}
        min={0}
        max={Math.max(1, threshold)}
        value={Math.min(cart.total.amount, threshold)}
      />
    </div>
  );
}
