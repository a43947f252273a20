import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { PayOrderDocument } from '../../generated/graphql.ts';
import { formatMoment } from '../../platform/i18n/format.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { useLocale } from '../../platform/locale/locale-context.tsx';
import { forgetOrderToken, keepOrderToken } from './order-token.ts';

/** How an order is named: by the token of its link, or among one's own by its number. */
export type NamedOrder = { readonly token: string } | { readonly number: string };

/** Leads back to the payment institution for an order that is not paid yet. */
export function PayAgain({ order, until }: { order: NamedOrder; until: string | null }) {
  const t = useText();
  const client = useApolloClient();
  const { language, market, api } = useLocale();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function pay() {
    setBusy(true);
    setProblem(null);
    try {
      const variables = { ...order, language: api.language };
      const { data } = await client.mutate({ mutation: PayOrderDocument, variables, fetchPolicy: 'no-cache' });
      const url = data?.payOrder.paymentUrl;
      if (url) {
        if ('token' in order) keepOrderToken(order.token);
        else forgetOrderToken();
        window.location.assign(url);
        return;
      }
      setProblem(data?.payOrder.userErrors.map(({ message }) => message).join(' ') || t('error.body'));
    } catch {
      setProblem(t('error.connection'));
    }
    setBusy(false);
  }

  return (
    <div className="flex flex-col items-start gap-3">
      {problem !== null && <Notice>{problem}</Notice>}
      <Button busy={busy} onClick={() => void pay()}>
        {t('order.pay')}
      </Button>
      {until !== null && (
        <p className="text-fine text-ink-faint">
          {t('order.payUntil', { time: formatMoment(until, language, market) })}
        </p>
      )}
    </div>
  );
}
