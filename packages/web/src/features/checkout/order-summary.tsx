import { Disclosure } from '../../components/disclosure.tsx';
import { Picture } from '../../components/picture.tsx';
import { Price } from '../../components/price.tsx';
import { useText } from '../../platform/i18n/text.tsx';
import type { Cart } from '../cart/cart-change.ts';
import { PromotionCode } from '../cart/promotion-code.tsx';
import type { ShippingOption } from './checkout-draft.ts';

interface OrderSummaryProps {
  readonly cart: Cart;
  readonly option: ShippingOption | null;
}

/** What is to be paid, as far as is known: delivery counts once it is chosen. */
const totalOf = (cart: Cart, option: ShippingOption | null) => ({
  ...cart.total,
  amount: cart.total.amount + (option?.price.amount ?? 0),
});

/** Before the form in small windows, where the order itself stands after it: what it costs, and its lines when asked for. */
export function SummaryAhead({ cart, option }: { cart: Cart | null; option: ShippingOption | null }) {
  const t = useText();
  return (
    // As high before the cart has come as after, so that nothing moves.
    <div className="mb-10 min-h-[3.125rem] border-y border-hairline lg:hidden">
      {cart && (
        <Disclosure
          className="border-b-0"
          title={
            <span className="flex flex-1 justify-between gap-4 text-small">
              {t('checkout.summary')}
              <Price money={totalOf(cart, option)} className="font-medium" />
            </span>
          }
        >
          <SummaryLines cart={cart} />
        </Disclosure>
      )}
    </div>
  );
}

/** What is in the order, line by line. */
export function SummaryLines({ cart }: { cart: Cart }) {
  const t = useText();
  return (
    <ul className="flex flex-col gap-4">
      {cart.lines.map(({ id, product, variant, quantity, linePrice }) => (
        <li key={id} className="grid grid-cols-[3.5rem_1fr_auto] items-center gap-4 text-small">
          <span className="overflow-hidden rounded-soft">
            {product.pictures[0] && <Picture picture={product.pictures[0]} sizes="3.5rem" decorative />}
          </span>
          <span>
            <span className="block">{product.title}</span>
            <span className="figures block text-fine text-ink-faint">
              {t('checkout.quantity', { count: quantity })} {variant.title !== product.title && variant.title}
            </span>
          </span>
          <Price money={linePrice} />
        </li>
      ))}
    </ul>
  );
}

/** What the order costs: goods, discount, delivery, total. */
export function SummaryTotals({ cart, option }: OrderSummaryProps) {
  const t = useText();
  return (
    <div>
      <PromotionCode cart={cart} />
      <dl className="flex flex-col gap-1.5 border-t border-hairline pt-4 text-small">
        <Row label={t('cart.subtotal')}>
          <Price money={cart.subtotal} />
        </Row>
        {cart.discount.amount > 0 && (
          <Row label={t('cart.discount', { code: cart.promotionCode ?? '' })}>
            <Price money={{ ...cart.discount, amount: -cart.discount.amount }} />
          </Row>
        )}
        <Row label={t('checkout.delivery')}>
          {option === null ? '–' : option.price.amount === 0 ? t('checkout.free') : <Price money={option.price} />}
        </Row>
        <div className="mt-2 flex items-baseline justify-between border-t border-hairline pt-4 text-[1.125rem]">
          <dt>{t('checkout.total')}</dt>
          <dd>
            <Price money={totalOf(cart, option)} />
          </dd>
        </div>
      </dl>
      <p className="text-end text-fine text-ink-faint">
        {cart.market === 'US' ? t('cart.beforeTax') : t('cart.taxIncluded')}
      </p>
    </div>
  );
}

function Row({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className="flex items-baseline justify-between text-ink-soft">
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
