import type { ReactNode } from 'react';
import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import type { PersonalAccess, PersonalTextPartsFragment } from '../../generated/graphql.ts';
import type { MessageKey } from '../../generated-messages/message-key.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { AccountSection } from './account-section.tsx';
import type { Customer } from './use-customer.ts';

const NOT_SHOWN: Readonly<Record<Exclude<PersonalAccess, 'REVEALED'>, MessageKey>> = {
  MASKED: 'personal.masked',
  DENIED: 'personal.denied',
  ERASED: 'personal.erased',
};

interface AccountDetailsProps {
  readonly customer: Customer;
  /** Whether what was revealed has been dropped from the screen. */
  readonly dropped: boolean;
  readonly onShow: () => void;
}

/** Name and address, as far as they may be shown. */
export function AccountDetails({ customer, dropped, onShow }: AccountDetailsProps) {
  const t = useText();
  return (
    <AccountSection title={t('account.details')}>
      <dl className="w-full border-t border-hairline text-small">
        <Fact name={t('account.name')}>
          {customer.name === null ? (
            <span className="text-ink-faint">{t('account.noName')}</span>
          ) : (
            <Personal text={customer.name} />
          )}
        </Fact>
        <Fact name={t('field.email')}>
          <Personal text={customer.email} />
        </Fact>
      </dl>
      {dropped && (
        <>
          <p role="status" className="text-small text-ink-soft">
            {t('account.hidden')}
          </p>
          <Button tone="outline" size="small" onClick={onShow}>
            {t('account.show')}
          </Button>
        </>
      )}
    </AccountSection>
  );
}

/** A personal text, or the word for why it is not shown. */
function Personal({ text }: { text: PersonalTextPartsFragment | null }) {
  const t = useText();
  if (text?.access === 'REVEALED') return text.text;
  return (
    <span className="inline-flex items-center gap-2 text-ink-faint">
      <Icon name="lock" className="size-4" />
      {t(NOT_SHOWN[text?.access ?? 'DENIED'])}
    </span>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-4 border-b border-hairline py-3 sm:grid-cols-[10rem_1fr]">
      <dt className="text-ink-faint">{name}</dt>
      {/* An e-mail address has no place to break and may be longer than a phone is wide. */}
      <dd className="wrap-anywhere">{children}</dd>
    </div>
  );
}
