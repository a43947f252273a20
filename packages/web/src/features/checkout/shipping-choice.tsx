import { useId } from 'react';
import { classNames } from '../../components/class-names.ts';
import { Price } from '../../components/price.tsx';
import { Radio } from '../../components/radio.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { useText } from '../../platform/i18n/text.tsx';
import type { CheckoutForm } from './use-checkout-form.ts';

/** The ways to have it delivered, with price and time. */
export function ShippingChoice({ form }: { form: CheckoutForm }) {
  const t = useText();
  const name = useId();
  if (form.draft.countryCode === '') return <p className="text-small text-ink-faint">{t('checkout.countryFirst')}</p>;
  if (form.options === null) return <Skeleton className="h-40" />;
  return (
    <fieldset id="checkout-shippingOptionId" tabIndex={-1}>
      <legend className="sr-only">{t('checkout.delivery')}</legend>
      <div className="divide-y divide-hairline rounded-soft border border-hairline">
        {form.options.map((option) => (
          <label
            key={option.id}
            htmlFor={`${name}-${option.id}`}
            className={classNames(
              'relative grid cursor-pointer transition-colors hover:bg-eucalyptus-wash/40 grid-cols-[1.25rem_1fr_auto] items-baseline gap-x-4 px-5 py-4 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-eucalyptus',
              option.id === form.option?.id && 'bg-eucalyptus-wash/60',
            )}
          >
            <Radio
              id={`${name}-${option.id}`}
              name={name}
              value={option.id}
              checked={option.id === form.option?.id}
              onChange={() => form.change('shippingOptionId', option.id)}
              className="translate-y-1 outline-none"
            />
            <span className="flex flex-col">
              <span className="text-small font-medium">{option.title}</span>
              <span className="text-fine text-ink-soft">
                {option.daysMin === option.daysMax
                  ? t('checkout.daysExactly', { count: option.daysMin })
                  : t('checkout.days', { from: option.daysMin, to: option.daysMax })}
              </span>
              {option.phoneRequired && <span className="text-fine text-ink-faint">{t('checkout.phoneNeeded')}</span>}
            </span>
            {option.price.amount === 0 ? (
              <span className="text-small">{t('checkout.free')}</span>
            ) : (
              <Price money={option.price} className="text-small" />
            )}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
