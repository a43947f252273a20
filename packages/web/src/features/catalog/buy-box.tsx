import { useSearchParams } from 'react-router';
import { Button } from '../../components/button.tsx';
import { classNames } from '../../components/class-names.ts';
import { Price } from '../../components/price.tsx';
import type { ProductQuery } from '../../generated/graphql.ts';
import { formatMoney } from '../../platform/i18n/format.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { useLocale } from '../../platform/locale/locale-context.tsx';
import { useCart } from '../cart/cart-context.ts';
import { loadCartDrawer } from '../cart/load-cart-drawer.ts';
import { VariantChoice } from './variant-choice.tsx';
import { STOCK } from './vocabulary-names.ts';

type Product = NonNullable<ProductQuery['product']>;
type Variant = Product['variants'][number];

/** The variant that the address names, else the first that can be bought. */
export function chosenVariant(variants: readonly Variant[], search: URLSearchParams): Variant | null {
  const named = variants.find(({ id }) => id === search.get('variant'));
  return named ?? variants.find(({ stock, price }) => stock !== 'OUT_OF_STOCK' && price) ?? variants[0] ?? null;
}

/** Price, choice of variant, what is left, and the button. */
export function BuyBox({ product }: { product: Product }) {
  const t = useText();
  const { add } = useCart();
  const [search, setSearch] = useSearchParams();
  const variant = chosenVariant(product.variants, search);
  if (!variant) return <p className="text-ink-soft">{t('product.noVariant')}</p>;

  const buyable = variant.price !== null && variant.stock !== 'OUT_OF_STOCK';
  const choose = ({ id }: Variant) => {
    const next = new URLSearchParams(search);
    next.set('variant', id);
    setSearch(next, { replace: true, preventScrollReset: true });
  };
  return (
    <div className="flex flex-col gap-7">
      <div>
        <p className="text-[1.375rem] leading-tight">
          {variant.price ? <Price money={variant.price} before={variant.compareAtPrice} /> : t('price.none')}
        </p>
        <PriceNotes variant={variant} />
      </div>
      {product.variants.length > 1 && <VariantChoice variants={product.variants} chosen={variant} onChoose={choose} />}
      <div className="flex flex-col gap-3">
        <Button
          wide
          unavailable={!buyable}
          onPointerEnter={() => void loadCartDrawer()}
          onFocus={() => void loadCartDrawer()}
          onClick={() => add({ variant, product }, 1)}
        >
          {buyable || variant.price === null ? t('product.add') : t('stock.out')}
        </Button>
        <p className="flex items-center gap-2.5 text-fine text-ink-soft" role="status">
          <span
            aria-hidden="true"
            className={classNames(
              'size-1.5 rounded-full',
              variant.stock === 'IN_STOCK' ? 'bg-eucalyptus' : variant.stock === 'LOW' ? 'bg-clay' : 'bg-outline',
            )}
          />
          {t(STOCK[variant.stock])}
        </p>
      </div>
    </div>
  );
}

function PriceNotes({ variant }: { variant: Variant }) {
  const t = useText();
  const { language, market } = useLocale();
  const unit = variant.unitPrice && formatMoney(variant.unitPrice, language, market);
  return (
    <p className="figures mt-1.5 text-fine text-ink-faint" suppressHydrationWarning>
      {unit !== null &&
        `${variant.contentUnit === 'G' ? t('price.per100g', { amount: unit }) : t('price.per100ml', { amount: unit })} · `}
      {market === 'US' ? t('cart.beforeTax') : t('cart.taxIncluded')}
    </p>
  );
}
