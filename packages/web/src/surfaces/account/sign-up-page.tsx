import { SignUpView } from '../../features/accounts/sign-up-view.tsx';
import { useText } from '../../platform/i18n/text.tsx';
import { DoorFrame } from './door-frame.tsx';
import { useLeadOn } from './use-lead-on.ts';

/** Opening an account, and back to where one came from. */
export function SignUpPage() {
  const t = useText();
  useLeadOn();
  return (
    <DoorFrame title={t('account.signUp')} lead={t('account.signUpLead')}>
      <SignUpView />
    </DoorFrame>
  );
}
