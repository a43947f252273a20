import { useEffect, useRef } from 'react';
import { Button } from '../../components/button.tsx';
import { QuietPage } from '../../components/quiet-page.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { CorrectOrder } from '../../features/orders/correct-order.tsx';
import { DownloadInvoice } from '../../features/orders/download-invoice.tsx';
import { type Order, OrderView } from '../../features/orders/order-view.tsx';
import { TRACKED_STATES } from '../../features/orders/order-words.ts';
import { PayAgain } from '../../features/orders/pay-again.tsx';
import { ProveOrder } from '../../features/orders/prove-order.tsx';
import { useOrder } from '../../features/orders/use-order.ts';
import { useProof } from '../../features/orders/use-proof.ts';
import { useSeller } from '../../features/seller/use-seller.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { LocalLink } from '../../platform/page/local-link.tsx';
import { PageHead } from '../../platform/page/page-head.tsx';
import { useFragment } from '../../platform/page/use-fragment.ts';

/** Follows an order by the link of its mail: the token stands in the fragment, which no request carries (D16). */
export function Page() {
  const t = useText();
  const token = useFragment();
  return (
    <div className="shell pt-14 lg:pt-24 *:max-w-[46rem]">
      <PageHead title={t('footer.track')} unlisted />
      {token === null && (
        <QuietPage title={t('footer.track')} lead={t('track.howTo')}>
          <WithoutMail />
        </QuietPage>
      )}
      {token !== undefined && token !== null && <Tracked key={token} token={token} />}
      {token === undefined && <Waiting />}
    </div>
  );
}

/** What to do for whoever has no mail, or one whose link has expired. */
function WithoutMail() {
  const t = useText();
  const seller = useSeller();
  if (!seller) return null;
  return (
    <p className="max-w-prose text-ink-soft">
      {t('track.withoutMail')}{' '}
      <a href={`mailto:${seller.email}`} className="inline-link wrap-anywhere">
        {seller.email}
      </a>
    </p>
  );
}

function Waiting() {
  const t = useText();
  return (
    <div className="flex min-h-svh lg:min-h-96 flex-col gap-5">
      <h1 className="display-2">{t('footer.track')}</h1>
      <Skeleton className="h-72" />
    </div>
  );
}

function Tracked({ token }: { token: string }) {
  const t = useText();
  const { proof, prove } = useProof(token);
  const { answer, again, take } = useOrder(token, proof);
  if (answer.kind === 'loading') return <Waiting />;
  if (answer.kind !== 'order') {
    return (
      <div role="status" className="flex flex-col items-start gap-5">
        <h1 className="display-2">{t('footer.track')}</h1>
        <p className="max-w-prose text-lead text-ink-soft">
          {answer.kind === 'unknown' ? t('track.unknown') : t('error.connection')}
        </p>
        {answer.kind === 'connection' && <Button onClick={again}>{t('error.retry')}</Button>}
        {answer.kind === 'unknown' && <WithoutMail />}
      </div>
    );
  }
  return <TrackedOrder token={token} order={answer.order} proof={proof} onProven={prove} onCorrected={take} />;
}

interface TrackedOrderProps {
  readonly token: string;
  readonly order: Order;
  /** What a mailed code was exchanged for, while it works. */
  readonly proof: string | null;
  readonly onProven: (proof: string, until: string) => void;
  readonly onCorrected: (order: Order) => void;
}

function TrackedOrder({ token, order, proof, onProven, onCorrected }: TrackedOrderProps) {
  const t = useText();
  const words = TRACKED_STATES[order.state];
  const hidden = [order.recipientName, order.address, order.email].some(
    (value) => value?.access === 'MASKED' || value?.access === 'DENIED',
  );
  const details = useRef<HTMLDivElement>(null);
  const opened = proof !== null && !hidden;
  // The form for the code is gone; whoever sent it goes on with what it opened.
  useEffect(() => {
    if (opened) details.current?.focus();
  }, [opened]);
  return (
    <div className="grid max-w-none! items-start gap-x-16 gap-y-12 lg:grid-cols-2 print:block">
      <div role="status" className="flex flex-col items-start gap-5">
        <h1 className="display-2">{t(words.title)}</h1>
        <p className="max-w-prose text-lead text-ink-soft">{t(words.body)}</p>
        {order.state === 'AWAITING_PAYMENT' && <PayAgain order={{ token }} until={order.payableUntil} />}
      </div>
      <div ref={details} tabIndex={-1} className="outline-none">
        <OrderView order={order}>
          {hidden && <ProveOrder token={token} onProven={onProven} />}
          {opened && <CorrectOrder order={order} named={{ token }} proof={proof} onCorrected={onCorrected} />}
          {opened && <DownloadInvoice order={order} named={{ token }} proof={proof} />}
          {opened && (
            <LocalLink to={`/your-data#${token}`} className="inline-link mt-6 inline-block text-small">
              {t('rights.link')}
            </LocalLink>
          )}
        </OrderView>
      </div>
    </div>
  );
}
