import { type Customer, useCustomer } from '../../features/accounts/use-customer.ts';
import type { RightsHolder } from '../../features/data-rights/rights-holder.ts';
import { RightsSections } from '../../features/data-rights/rights-sections.tsx';
import { useText } from '../../platform/i18n/text.tsx';
import { AccountFrame } from './account-frame.tsx';

/** What a customer can do about their own data. */
export function PrivacyPage() {
  const t = useText();
  const { answer, again } = useCustomer();
  return (
    <AccountFrame
      title={t('rights.title')}
      description={t('rights.lead')}
      lead={t('rights.lead')}
      signInLead={t('rights.signInLead')}
      answer={answer}
      onAskAgain={again}
    >
      {(customer) => <RightsSections holder={holderOf(customer, again)} />}
    </AccountFrame>
  );
}

function holderOf({ email }: Customer, askAgain: () => void): RightsHolder {
  return { token: null, context: {}, email: email?.access === 'REVEALED' ? email.text : null, askAgain };
}
