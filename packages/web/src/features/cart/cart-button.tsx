import { Icon } from '../../components/icon.tsx';
import { useText } from '../../platform/i18n/text.tsx';
import { useCart } from './cart-context.ts';
import { loadCartDrawer } from './load-cart-drawer.ts';

/** Opens the cart and says how much is in it. */
export function CartButton() {
  const t = useText();
  const { cart, showDrawer } = useCart();
  const count = cart?.totalQuantity ?? 0;
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      aria-label={t('cart.open', { count })}
      title={t('cart.title')}
      onPointerEnter={() => void loadCartDrawer()}
      onFocus={() => void loadCartDrawer()}
      onClick={() => showDrawer(true)}
      className="relative -me-2.5 inline-grid size-11 place-items-center rounded-full transition-colors hover:text-eucalyptus"
    >
      <Icon name="bag" />
      {count > 0 && (
        <span
          aria-hidden="true"
          className="figures absolute end-0.5 top-1 grid h-4.5 min-w-4.5 place-items-center rounded-full bg-eucalyptus px-1 text-[0.6875rem] leading-none font-medium text-on-eucalyptus"
        >
          {count > 99 ? '99+' : count}
        </span>
      )}
    </button>
  );
}
