import { Button, LinkButton } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { useText } from '../../platform/i18n/text.tsx';
import { AccountSection } from './account-section.tsx';
import { PasswordSettings } from './password-settings.tsx';
import { ProfileSettings } from './profile-settings.tsx';
import { SecurityLink } from './second-factor/security-link.tsx';
import { SessionList } from './session-list.tsx';
import { useAttempt } from './use-attempt.ts';
import type { Customer } from './use-customer.ts';
import { useSignedIn } from './use-signed-in.ts';

interface AccountViewProps {
  readonly customer: Customer;
  readonly dropped: boolean;
  readonly onChange: (customer: Customer) => void;
  /** Asks anew who is signed in. */
  readonly onAskAgain: () => void;
  readonly onSignedOut: () => void;
}

/** What the account holds, where one is signed in, the password, and the way out. */
export function AccountView({ customer, dropped, onChange, onAskAgain, onSignedOut }: AccountViewProps) {
  const t = useText();
  const attempt = useAttempt([]);
  const { signOut } = useSignedIn();
  return (
    <>
      <ProfileSettings customer={customer} dropped={dropped} onChange={onChange} onAskAgain={onAskAgain} />
      <PasswordSettings customer={customer} onChange={onChange} onAskAgain={onAskAgain} />
      <SecurityLink />
      <SessionList sessions={customer.sessions} onChange={onChange} onOver={onAskAgain} />
      <AccountSection title={t('rights.title')} lead={t('rights.lead')}>
        <LinkButton tone="outline" to="/account/privacy">
          {t('rights.link')}
        </LinkButton>
      </AccountSection>
      <div className="border-t border-hairline py-9">
        {attempt.problem !== null && <Notice>{attempt.problem}</Notice>}
        <Button
          tone="outline"
          busy={attempt.busy}
          onClick={() => void attempt.run(signOut).then((out) => out && onSignedOut())}
        >
          {t('account.signOutHere')}
        </Button>
      </div>
    </>
  );
}
