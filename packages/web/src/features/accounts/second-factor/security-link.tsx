import { LinkButton } from '../../../components/button.tsx';
import { useText } from '../../../platform/i18n/text.tsx';
import { AccountSection } from '../account-section.tsx';

/** Leads from the account to how it is guarded. */
export function SecurityLink() {
  const t = useText();
  return (
    <AccountSection title={t('security.title')} lead={t('security.linkLead')}>
      <LinkButton to="/account/security" tone="outline">
        {t('security.open')}
      </LinkButton>
    </AccountSection>
  );
}
