import { Button } from '../../components/button.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { SecurityView } from '../../features/accounts/second-factor/security-view.tsx';
import { SignInView } from '../../features/accounts/sign-in-view.tsx';
import { useCustomer } from '../../features/accounts/use-customer.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { LocalLink } from '../../platform/page/local-link.tsx';
import { PageHead } from '../../platform/page/page-head.tsx';
import { DoorFrame } from './door-frame.tsx';

/** How the account is guarded; whose it is the browser asks, so that the page itself is the same for everybody. */
export function SecurityPage() {
  const t = useText();
  const { answer, again } = useCustomer();
  if (answer.kind === 'visitor') {
    return (
      <DoorFrame title={t('account.signIn')} lead={t('account.signInLead')}>
        <SignInView onSignedIn={again} />
      </DoorFrame>
    );
  }
  return (
    <div className="shell min-h-dvh pt-14 lg:pt-24">
      <PageHead title={t('security.title')} description={t('security.description')} unlisted />
      <header className="mb-10 flex flex-col gap-4 lg:mb-14">
        <p className="text-small">
          <LocalLink to="/account" className="inline-link touch-target inline-block">
            {t('account.title')}
          </LocalLink>
        </p>
        <h1 className="display-2">{t('security.title')}</h1>
      </header>
      {answer.kind === 'loading' && <Skeleton className="h-96" />}
      {answer.kind === 'connection' && (
        <div role="status" className="flex flex-col items-start gap-5">
          <p className="max-w-prose text-lead text-ink-soft">{t('error.connection')}</p>
          <Button onClick={again}>{t('error.retry')}</Button>
        </div>
      )}
      {answer.kind === 'customer' && <SecurityView customer={answer.customer} onAskAgain={again} />}
    </div>
  );
}
