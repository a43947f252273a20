import type { ReactNode } from 'react';
import { Price } from '../../components/price.tsx';
import type { OrderQuery } from '../../generated/graphql.ts';
import { countryName, formatDay } from '../../platform/i18n/format.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { useLocale } from '../../platform/locale/locale-context.tsx';
import { NOT_SHOWN } from './order-words.ts';

/** An order as its buyer sees it. */
export type Order = NonNullable<OrderQuery['order']>;

/** Number, dates, goods and sums of an order; what is personal in it as far as it may be shown. */
export function OrderView({ order }: { order: Order }) {
  const t = useText();
  const { language, market } = useLocale();
  const rate = new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(order.taxRate / 100);
  return (
    <div className="flex flex-col gap-10">
      <dl className="border-t border-hairline text-small">
        <Fact name={t('order.number')}>
          <span className="figures" translate="no">
            {order.number}
          </span>
        </Fact>
        <Fact name={t('order.placed')}>{formatDay(order.placedAt, language, market)}</Fact>
        <Fact name={t('checkout.delivery')}>
          {order.shippingTitle}, {countryName(order.countryCode, language)}
        </Fact>
        <Personal name={t('field.recipientName')} value={order.recipientName} />
        <Personal name={t('order.address')} value={order.address} />
        <Personal name={t('field.email')} value={order.email} />
        {order.phone && <Personal name={t('field.phone')} value={order.phone} />}
        {order.paymentReference && <Personal name={t('order.paymentReference')} value={order.paymentReference} />}
        {order.lines && order.lines.access !== 'REVEALED' && (
          <Fact name={t('order.goods')}>
            <span className="text-ink-faint">{t(NOT_SHOWN[order.lines.access])}</span>
          </Fact>
        )}
      </dl>
      <OrderLines lines={order.lines} />
      <dl className="flex flex-col gap-1.5 border-t border-hairline pt-4 text-small">
        <Sum name={t('cart.subtotal')}>
          <Price money={order.subtotal} />
        </Sum>
        {order.discount.amount > 0 && (
          <Sum name={t('order.discount')}>
            <Price money={{ ...order.discount, amount: -order.discount.amount }} />
          </Sum>
        )}
        <Sum name={t('checkout.delivery')}>
          {order.shipping.amount === 0 ? t('checkout.free') : <Price money={order.shipping} />}
        </Sum>
        <div className="mt-2 flex justify-between border-t border-hairline pt-3 text-base font-medium">
          <dt>{t('checkout.total')}</dt>
          <dd>
            <Price money={order.total} />
          </dd>
        </div>
        {order.includedTax.amount > 0 && (
          <Sum name={t('order.includedTax', { rate })}>
            <Price money={order.includedTax} />
          </Sum>
        )}
      </dl>
    </div>
  );
}

function OrderLines({ lines }: { lines: Order['lines'] }) {
  const t = useText();
  if (!lines?.items) return null;
  return (
    <ul className="border-t border-hairline text-small">
      {lines.items.map((line) => (
        <li
          key={`${line.title} ${line.variantTitle}`}
          className="flex justify-between gap-4 border-b border-hairline py-3"
        >
          <span>
            {line.title}
            <span className="figures block text-fine text-ink-faint">
              {t('checkout.quantity', { count: line.quantity })} {line.variantTitle}
            </span>
          </span>
          <Price money={line.linePrice} />
        </li>
      ))}
    </ul>
  );
}

function Personal({ name, value }: { name: string; value: Order['recipientName'] | Order['address'] }) {
  const t = useText();
  if (!value) return null;
  return (
    <Fact name={name}>
      {value.access === 'REVEALED' ? (
        <span className="whitespace-pre-line">{value.text}</span>
      ) : (
        <span className="text-ink-faint">{t(NOT_SHOWN[value.access])}</span>
      )}
    </Fact>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-4 border-b border-hairline py-3 sm:grid-cols-[10rem_1fr]">
      <dt className="text-ink-faint">{name}</dt>
      {/* An e-mail address has no place to break and may be longer than a phone is wide. */}
      <dd className="wrap-anywhere">{children}</dd>
    </div>
  );
}

function Sum({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex justify-between text-ink-soft">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
