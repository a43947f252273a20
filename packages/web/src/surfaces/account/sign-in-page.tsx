import { SignInView } from '../../features/accounts/sign-in-view.tsx';
import { useText } from '../../platform/i18n/text.tsx';
import { DoorFrame } from './door-frame.tsx';
import { useLeadOn } from './use-lead-on.ts';

/** Signing in, and back to where one came from. */
export function SignInPage() {
  const t = useText();
  useLeadOn();
  return (
    <DoorFrame title={t('account.signIn')} lead={t('account.signInLead')}>
      <SignInView />
    </DoorFrame>
  );
}
