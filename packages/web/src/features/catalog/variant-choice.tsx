import { useId } from 'react';
import { classNames } from '../../components/class-names.ts';
import { Price } from '../../components/price.tsx';
import type { ProductQuery } from '../../generated/graphql.ts';
import { useText } from '../../platform/i18n/text.tsx';

type Variant = NonNullable<ProductQuery['product']>['variants'][number];

interface VariantChoiceProps {
  readonly variants: readonly Variant[];
  readonly chosen: Variant;
  readonly onChoose: (variant: Variant) => void;
}

/** The sizes or shades of a product side by side, each with its price. */
export function VariantChoice({ variants, chosen, onChoose }: VariantChoiceProps) {
  const t = useText();
  const name = useId();
  const options = [...new Set(variants.flatMap((variant) => variant.options.map((option) => option.name)))];
  return (
    <fieldset>
      <legend className="mb-3 text-fine text-ink-faint">{options.join(' / ') || t('product.variant')}</legend>
      <div className="grid grid-cols-[repeat(auto-fit,minmax(5.5rem,1fr))] gap-2">
        {variants.map((variant) => (
          <label
            key={variant.id}
            className={classNames(
              'relative flex min-h-16 cursor-pointer flex-col justify-center gap-0.5 rounded-soft border px-3.5 py-2.5 transition-colors has-focus-visible:outline-2 has-focus-visible:outline-offset-3 has-focus-visible:outline-eucalyptus',
              variant.id === chosen.id ? 'border-eucalyptus bg-eucalyptus-wash/60' : 'border-hairline hover:border-ink',
            )}
          >
            <input
              type="radio"
              name={name}
              checked={variant.id === chosen.id}
              onChange={() => onChoose(variant)}
              className="absolute inset-0 size-full cursor-pointer appearance-none rounded-soft outline-none"
            />
            <span className="text-small font-medium">{variant.title}</span>
            <span className="text-fine text-ink-soft">
              {variant.stock === 'OUT_OF_STOCK' ? t('stock.out') : variant.price && <Price money={variant.price} />}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
