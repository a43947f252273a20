import { useEffect } from 'react';
import { type Location, useLocation } from 'react-router';
import { LostConnection } from '../../components/lost-connection.tsx';
import { QuietPage } from '../../components/quiet-page.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { hintSignedOut } from '../../features/accounts/signed-in-hint.ts';
import { ReceiptView } from '../../features/data-rights/receipt-view.tsx';
import { useReceipt } from '../../features/data-rights/use-receipt.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { useFragment } from '../../platform/page/use-fragment.ts';
import { RightsFrame } from './rights-frame.tsx';

/** The receipt of an erasure, at the random address that only whoever was erased has. */
export function ReceiptPage() {
  const t = useText();
  const token = useFragment();
  if (token === null) return <NoReceipt />;
  if (token === undefined) {
    return (
      <RightsFrame title={t('receipt.title')} lead={t('receipt.lead')}>
        <Skeleton className="h-96" />
      </RightsFrame>
    );
  }
  return <Receipt key={token} token={token} />;
}

function Receipt({ token }: { token: string }) {
  const t = useText();
  const { answer, again } = useReceipt(token);
  const { state } = useLocation() as Location<{ erased?: boolean } | null>;
  const executed = answer.kind === 'receipt' && answer.receipt.state === 'EXECUTED';
  // In the browser that asked for it the account is gone, and its session with it.
  useEffect(() => {
    if (executed && state?.erased) hintSignedOut();
  }, [executed, state]);
  if (answer.kind === 'unknown') return <NoReceipt />;
  return (
    <RightsFrame title={t('receipt.title')} lead={t('receipt.lead')}>
      {answer.kind === 'loading' && <Skeleton className="h-96" />}
      {answer.kind === 'connection' && <LostConnection onRetry={again} />}
      {answer.kind === 'receipt' &&
        (answer.receipt.state === 'CANCELLED' ? (
          <p className="max-w-prose text-lead">{t('receipt.cancelled')}</p>
        ) : (
          <ReceiptView receipt={answer.receipt} />
        ))}
    </RightsFrame>
  );
}

function NoReceipt() {
  const t = useText();
  return (
    <div className="shell pt-14 lg:pt-24">
      <QuietPage title={t('receipt.title')} lead={t('receipt.unknown')} />
    </div>
  );
}
