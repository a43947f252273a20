import { Icon } from '../../components/icon.tsx';
import type { ProductQuery } from '../../generated/graphql.ts';
import type { MessageKey } from '../../generated-messages/message-key.ts';
import { formatList } from '../../platform/i18n/format.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { useLocale } from '../../platform/locale/locale-context.tsx';
import { useSeller } from '../seller/use-seller.ts';
import { PeriodAfterOpening } from './period-after-opening.tsx';
import { ProductDetail } from './product-detail.tsx';
import { ProductSafety } from './product-safety.tsx';
import { CONCERNS, FREE_FROM, SKIN_TYPES, TEXTURES, USE_TIMES } from './vocabulary-names.ts';

type Product = NonNullable<ProductQuery['product']>;

/** What a product is for, at a glance; rows that do not apply to it are left out. */
export function ProductFacts({ product }: { product: Product }) {
  const t = useText();
  const { language } = useLocale();
  const words = (keys: readonly MessageKey[]) =>
    formatList(
      keys.map((key) => t(key)),
      language,
    );
  const rows: [MessageKey, string | null][] = [
    ['product.suits', product.skinTypes.length > 0 ? words(product.skinTypes.map((type) => SKIN_TYPES[type])) : null],
    [
      'product.chosenFor',
      product.concerns.length > 0 ? words(product.concerns.map((concern) => CONCERNS[concern])) : null,
    ],
    ['product.texture', product.texture && t(TEXTURES[product.texture])],
    ['product.when', product.useTimes.length > 0 ? words(product.useTimes.map((time) => USE_TIMES[time])) : null],
  ];
  const known = rows.filter(([, value]) => value !== null);
  if (known.length === 0) return null;
  return (
    <dl className="border-t border-hairline text-small">
      {known.map(([name, value]) => (
        <div key={name} className="grid grid-cols-[8rem_1fr] gap-4 border-b border-hairline py-3">
          <dt className="text-ink-faint">{t(name)}</dt>
          <dd className="first-letter:uppercase">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** How to use it, what it does without, how long it keeps, what to mind and who answers for it. */
export function ProductDetails({ product }: { product: Product }) {
  const t = useText();
  const seller = useSeller();
  return (
    <div className="text-small">
      {product.directions !== null && (
        <ProductDetail title={t('product.directions')} open>
          <p className="whitespace-pre-line">{product.directions}</p>
        </ProductDetail>
      )}
      {product.freeFrom.length > 0 && (
        <ProductDetail title={t('product.without')}>
          <ul className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
            {product.freeFrom.map((value) => (
              <li key={value} className="flex items-center gap-2.5">
                <Icon name="check" className="size-4 text-eucalyptus" />
                {t(FREE_FROM[value])}
              </li>
            ))}
          </ul>
        </ProductDetail>
      )}
      {product.periodAfterOpeningMonths !== null && (
        <ProductDetail title={t('product.keeps')}>
          <PeriodAfterOpening months={product.periodAfterOpeningMonths} />
        </ProductDetail>
      )}
      <ProductSafety product={product} contact={seller?.safetyEmail} />
    </div>
  );
}
