import { useQuery } from '@apollo/client/react';
import { DeliveryOffersDocument } from '../../generated/graphql.ts';
import type { MessageKey } from '../../generated-messages/message-key.ts';
import { formatMoney } from '../../platform/i18n/format.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { apiLanguage, type Market } from '../../platform/locale/language.ts';
import { type Locale, useLocale } from '../../platform/locale/locale-context.tsx';
import { pageQuery } from '../../platform/page/page-module.ts';

const WITHIN: Readonly<Record<Market, MessageKey>> = {
  EU: 'delivery.EU',
  GB: 'delivery.GB',
  US: 'delivery.US',
  CN: 'delivery.CN',
};

/** Asks how a market is delivered to. */
export function deliveryQuery({ language, market }: Locale) {
  return pageQuery(DeliveryOffersDocument, { market, language: apiLanguage(language) });
}

/** How long delivery takes and what it costs in the visitor's market; where in it they live is not asked. */
export function DeliveryEstimate() {
  const t = useText();
  const { language, market, api } = useLocale();
  const { data, previousData } = useQuery(DeliveryOffersDocument, { variables: api });
  const offers = (data ?? previousData)?.deliveryOffers;
  if (!offers) return null;
  return (
    <section aria-labelledby="delivery" className="text-fine text-ink-soft" suppressHydrationWarning>
      <h2 id="delivery" className="mb-1.5 text-ink">
        {t(WITHIN[market])}
      </h2>
      <ul className="flex flex-col gap-1">
        {offers.map(({ title, daysMin, daysMax, price, freeFrom }) => (
          <li key={title} className="grid grid-cols-[1fr_auto] items-baseline gap-x-4">
            <span>
              {title}
              {' · '}
              {daysMin === daysMax
                ? t('checkout.daysExactly', { count: daysMin })
                : t('checkout.days', { from: daysMin, to: daysMax })}
            </span>
            <span className="figures text-end">{formatMoney(price, language, market)}</span>
            {freeFrom && (
              <span className="figures col-span-2 text-ink-faint first-letter:uppercase">
                {t('delivery.free', { amount: formatMoney(freeFrom, language, market) })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
