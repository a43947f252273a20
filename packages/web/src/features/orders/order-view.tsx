import type { ReactNode } from 'react';
import { Icon } from '../../components/icon.tsx';
import { Price } from '../../components/price.tsx';
import type { OrderPartsFragment } from '../../generated/graphql.ts';
import type { MessageKey } from '../../generated-messages/message-key.ts';
import { countryName, formatDay } from '../../platform/i18n/format.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { useLocale } from '../../platform/locale/locale-context.tsx';
import { NOT_SHOWN } from './order-words.ts';

/** An order as its buyer sees it. */
export type Order = OrderPartsFragment;

/** A personal value, or goods, as far as the viewer may see it. */
type PersonalValue = Order['recipientName'] | Order['address'] | Order['lines'];

/** Number, dates, goods and sums of an order; what is personal in it as far as it may be shown, then the way to the rest. */
export function OrderView({ order, children }: { order: Order; children?: ReactNode }) {
  const t = useText();
  const { language, market } = useLocale();
  const rate = new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(order.taxRate / 100);
  return (
    <div className="flex flex-col gap-10">
      <div>
        <dl className="border-t border-hairline text-small">
          <Fact name={t('order.number')}>
            <span translate="no">{order.number}</span>
          </Fact>
          <Fact name={t('order.placed')}>{formatDay(order.placedAt, language, market)}</Fact>
          <Fact name={t('checkout.delivery')}>
            {order.shippingTitle} · {countryName(order.countryCode, language)}
          </Fact>
          <PersonalFacts order={order} />
        </dl>
        {children}
      </div>
      <OrderLines lines={order.lines} />
      <dl className="flex flex-col gap-1.5 text-small">
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
    <section aria-labelledby="goods" className="-mb-4">
      <h2 id="goods" className="display-4 mb-3">
        {t('order.goods')}
      </h2>
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
            {/* Before discounts, which are a sum of their own below: only so do the lines add up to the subtotal. */}
            <Price money={{ ...line.unitPrice, amount: line.unitPrice.amount * line.quantity }} />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What is personal: a row for each value that is shown, and one that names all that is not. */
function PersonalFacts({ order }: { order: Order }) {
  const t = useText();
  const facts: readonly [MessageKey, PersonalValue][] = [
    ['field.recipientName', order.recipientName],
    ['order.address', order.address],
    ['field.email', order.email],
    ['field.phone', order.phone],
    ['order.paymentReference', order.paymentReference],
    ['order.goods', order.lines],
  ];
  const kept = new Map<MessageKey, string[]>();
  for (const [name, value] of facts) {
    if (!value || value.access === 'REVEALED') continue;
    const word = NOT_SHOWN[value.access];
    kept.set(word, [...(kept.get(word) ?? []), t(name)]);
  }
  return (
    <>
      {facts.map(
        ([name, value]) =>
          value?.access === 'REVEALED' &&
          'text' in value && (
            <Fact key={name} name={t(name)}>
              <span className="whitespace-pre-line">{value.text}</span>
            </Fact>
          ),
      )}
      {[...kept].map(([word, names]) => (
        <Fact
          key={word}
          name={
            <span className="inline-flex items-center gap-2">
              <Icon name="lock" className="size-4" />
              {t(word)}
            </span>
          }
        >
          <span className="text-ink-faint">{names.map(unbroken).join(' · ')}</span>
        </Fact>
      ))}
    </>
  );
}

/** A name that stays on one line among others. */
const unbroken = (name: string) => name.replaceAll(' ', '\u00a0');

function Fact({ name, children }: { name: ReactNode; children: ReactNode }) {
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
