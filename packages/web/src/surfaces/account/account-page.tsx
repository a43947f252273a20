import { Button } from '../../components/button.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { AccountView } from '../../features/accounts/account-view.tsx';
import { DoneNotice } from '../../features/accounts/done-notice.tsx';
import { SignInView } from '../../features/accounts/sign-in-view.tsx';
import { useCustomer } from '../../features/accounts/use-customer.ts';
import { ScheduledErasure } from '../../features/data-rights/scheduled-erasure.tsx';
import { useText } from '../../platform/i18n/text.tsx';
import { PageHead } from '../../platform/page/page-head.tsx';
import { AccountNav } from './account-nav.tsx';
import { DoorFrame } from './door-frame.tsx';

/** The account: whose it is the browser asks, so that the page itself is the same for everybody. */
export function AccountPage() {
  const t = useText();
  const { answer, again, take, leave } = useCustomer();
  if (answer.kind === 'visitor') {
    return (
      <DoorFrame title={t('account.signIn')} lead={t('account.signInLead')}>
        {answer.left && <DoneNotice said={t('account.signedOut')} />}
        <SignInView onSignedIn={again} />
      </DoorFrame>
    );
  }
  return (
    <div className="shell min-h-dvh pt-14 lg:pt-24">
      <PageHead title={t('account.title')} description={t('account.description')} unlisted />
      <h1 className="display-2 mb-6">{t('account.title')}</h1>
      <AccountNav flush={answer.kind === 'customer'} />
      {answer.kind === 'loading' && <Skeleton className="h-96" />}
      {answer.kind === 'connection' && (
        <div role="status" className="flex flex-col items-start gap-5">
          <p className="max-w-prose text-lead text-ink-soft">{t('error.connection')}</p>
          <Button onClick={again}>{t('error.retry')}</Button>
        </div>
      )}
      {answer.kind === 'customer' && <ScheduledErasure />}
      {answer.kind === 'customer' && (
        <AccountView
          customer={answer.customer}
          dropped={answer.dropped}
          onChange={take}
          onAskAgain={again}
          onSignedOut={leave}
        />
      )}
    </div>
  );
}
