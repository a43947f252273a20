import { Button } from '../../components/button.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { SignInView } from '../../features/accounts/sign-in-view.tsx';
import { type Customer, useCustomer } from '../../features/accounts/use-customer.ts';
import type { RightsHolder } from '../../features/data-rights/rights-holder.ts';
import { RightsSections } from '../../features/data-rights/rights-sections.tsx';
import { useText } from '../../platform/i18n/text.tsx';
import { DoorFrame } from './door-frame.tsx';
import { RightsFrame } from './rights-frame.tsx';

/** What a customer can do about their own data. */
export function PrivacyPage() {
  const t = useText();
  const { answer, again } = useCustomer();
  if (answer.kind === 'visitor') {
    return (
      <DoorFrame title={t('account.signIn')} lead={t('rights.signInLead')}>
        <SignInView onSignedIn={again} />
      </DoorFrame>
    );
  }
  return (
    <RightsFrame title={t('rights.title')} lead={t('rights.lead')}>
      {answer.kind === 'loading' && <Skeleton className="h-96" />}
      {answer.kind === 'connection' && (
        <div role="status" className="flex flex-col items-start gap-5">
          <p className="max-w-prose text-lead text-ink-soft">{t('error.connection')}</p>
          <Button onClick={again}>{t('error.retry')}</Button>
        </div>
      )}
      {answer.kind === 'customer' && <RightsSections holder={holderOf(answer.customer, again)} />}
    </RightsFrame>
  );
}

function holderOf({ email }: Customer, askAgain: () => void): RightsHolder {
  return { token: null, context: {}, email: email?.access === 'REVEALED' ? email.text : null, askAgain };
}
