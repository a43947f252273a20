import { Button } from '../../components/button.tsx';
import { Picture } from '../../components/picture.tsx';
import { Price } from '../../components/price.tsx';
import { QuantityStepper } from '../../components/quantity-stepper.tsx';
import { useText } from '../../platform/i18n/text.tsx';
import { LocalLink } from '../../platform/page/local-link.tsx';
import { type CartLine, MAX_QUANTITY } from './cart-change.ts';
import { useCart } from './cart-context.ts';

/** A line of the cart, with its quantity to change. */
export function CartLineRow({ line, onVisit }: { line: CartLine; onVisit: () => void }) {
  const t = useText();
  const { setQuantity, remove } = useCart();
  const { product, variant } = line;
  const [picture] = product.pictures;
  const pending = line.id.startsWith('pending:');
  return (
    <li className="flex gap-4 border-b border-hairline py-5">
      <div className="w-20 shrink-0 overflow-hidden rounded-soft">
        {picture && <Picture picture={picture} sizes="5rem" decorative />}
      </div>
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <div className="flex items-baseline justify-between gap-3">
          <LocalLink
            to={`/products/${product.slug}`}
            onClick={onVisit}
            className="display-4 text-[1.0625rem] hover:text-eucalyptus"
          >
            {product.title}
          </LocalLink>
          <Price money={line.linePrice} className="text-small" />
        </div>
        {variant.title !== product.title && <p className="text-fine text-ink-faint">{variant.title}</p>}
        {!line.available && <p className="text-fine text-clay">{t('cart.notAvailable')}</p>}
        <div className="mt-auto flex items-center justify-between gap-3 pt-2">
          {pending ? (
            <span className="h-10" />
          ) : (
            <QuantityStepper
              label={product.title}
              value={line.quantity}
              max={MAX_QUANTITY}
              onChange={(quantity) => setQuantity(line, quantity)}
            />
          )}
          {!pending && (
            <Button
              tone="plain"
              onClick={() => remove(line)}
              aria-label={t('cart.removeNamed', { name: product.title })}
            >
              {t('cart.remove')}
            </Button>
          )}
        </div>
      </div>
    </li>
  );
}

/** What was just removed, to be put back: it stays until the drawer is closed, so nobody has to hurry. */
export function RemovedLine({ line }: { line: CartLine }) {
  const t = useText();
  const { undoRemove } = useCart();
  return (
    <li className="flex items-center justify-between gap-4 border-b border-hairline py-5 text-small text-ink-soft">
      <span role="status">{t('cart.removed', { name: line.product.title })}</span>
      <Button tone="plain" onClick={undoRemove}>
        {t('cart.undo')}
      </Button>
    </li>
  );
}
