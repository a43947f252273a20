import { useId } from 'react';
import type { AffectedOrderPartsFragment, OrderFate } from '../../generated/graphql.ts';
import type { MessageKey } from '../../generated-messages/message-key.ts';
import { formatDay } from '../../platform/i18n/format.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { useLocale } from '../../platform/locale/locale-context.tsx';

/** What an erasure does with an order. */
export const ERASURE_FATES: Readonly<Record<OrderFate, MessageKey>> = {
  ERASED: 'erase.fate.erased',
  ENDED_FIRST: 'erase.fate.ended',
  FINISHED_FIRST: 'erase.fate.finished',
};

/** What a restriction does with it. */
export const RESTRICTION_FATES: Readonly<Record<OrderFate, MessageKey>> = {
  ERASED: 'restrict.fate.kept',
  ENDED_FIRST: 'restrict.fate.ended',
  FINISHED_FIRST: 'restrict.fate.paused',
};

interface OrderFatesProps {
  readonly orders: readonly AffectedOrderPartsFragment[];
  readonly fates: Readonly<Record<OrderFate, MessageKey>>;
}

/** What becomes of each order; one that something happens to first stands out. */
export function OrderFates({ orders, fates }: OrderFatesProps) {
  const t = useText();
  const { language, market } = useLocale();
  const id = useId();
  if (orders.length === 0) return null;
  return (
    <section aria-labelledby={id} className="w-full">
      <h3 id={id} className="mb-3 font-medium">
        {t('rights.orders')}
      </h3>
      <ul className="border-t border-hairline text-small">
        {orders.map(({ number, placedAt, fate }) => (
          <li key={number} className="grid gap-x-6 gap-y-1 border-b border-hairline py-3 sm:grid-cols-[14rem_1fr]">
            <span>
              <span translate="no">{number}</span>
              <span className="block text-fine text-ink-faint">{formatDay(placedAt, language, market)}</span>
            </span>
            <span className={fate === 'ERASED' ? 'text-ink-soft' : 'text-clay'}>{t(fates[fate])}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
