import { SecurityView } from '../../features/accounts/second-factor/security-view.tsx';
import { useCustomer } from '../../features/accounts/use-customer.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { AccountFrame } from './account-frame.tsx';

/** How the account is guarded. */
export function SecurityPage() {
  const t = useText();
  const { answer, again } = useCustomer();
  return (
    <AccountFrame
      title={t('security.title')}
      description={t('security.description')}
      answer={answer}
      onAskAgain={again}
    >
      {(customer) => <SecurityView customer={customer} onAskAgain={again} />}
    </AccountFrame>
  );
}
