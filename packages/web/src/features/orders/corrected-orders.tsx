import type { OrderCorrection } from '../../generated/graphql.ts';
import type { MessageKey } from '../../generated-messages/message-key.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { LocalLink } from '../../platform/page/local-link.tsx';

/** An order and what a change did to it. */
export interface CorrectedOrder {
  readonly number: string;
  readonly outcome: OrderCorrection;
}

const OUTCOMES: Readonly<Record<OrderCorrection, MessageKey>> = {
  CORRECTED: 'corrected.CORRECTED',
  OTHER_VALUE: 'corrected.OTHER_VALUE',
  OTHER_COUNTRY: 'corrected.OTHER_COUNTRY',
  CLOSED: 'corrected.CLOSED',
};

/** What a change did to the orders that were not dispatched yet, each with the way to it; nothing if there were none. */
export function CorrectedOrders({ orders }: { orders: readonly CorrectedOrder[] }) {
  const t = useText();
  if (orders.length === 0) return null;
  return (
    <div className="w-full max-w-[36rem] rounded-soft bg-eucalyptus-wash/60 px-5 py-4 text-small">
      <p className="mb-2 font-medium">{t('corrected.title')}</p>
      <ul className="flex flex-col gap-2">
        {orders.map(({ number, outcome }) => (
          <li key={number} className="flex flex-col">
            <LocalLink to={`/account/orders/${number}`} translate="no" className="inline-link touch-target self-start">
              {number}
            </LocalLink>
            <span className="text-ink-soft">{t(OUTCOMES[outcome])}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
