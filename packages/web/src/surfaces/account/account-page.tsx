import { AccountView } from '../../features/accounts/account-view.tsx';
import { useCustomer } from '../../features/accounts/use-customer.ts';
import { ScheduledErasure } from '../../features/data-rights/scheduled-erasure.tsx';
import { useText } from '../../platform/i18n/text.tsx';
import { AccountFrame } from './account-frame.tsx';

/** The account: who one is here, where one is signed in, and the way out. */
export function AccountPage() {
  const t = useText();
  const { answer, again, take, leave } = useCustomer();
  return (
    <AccountFrame title={t('account.title')} description={t('account.description')} answer={answer} onAskAgain={again}>
      {(customer, dropped) => (
        <>
          <ScheduledErasure />
          <AccountView customer={customer} dropped={dropped} onChange={take} onAskAgain={again} onSignedOut={leave} />
        </>
      )}
    </AccountFrame>
  );
}
