import { useApolloClient } from '@apollo/client/react';
import { type FormEvent, type ReactNode, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Checkbox } from '../../components/checkbox.tsx';
import { Icon } from '../../components/icon.tsx';
import { Notice } from '../../components/notice.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import {
  type Language as ApiLanguage,
  type PersonalAccess,
  type PersonalTextPartsFragment,
  UpdateProfileDocument,
} from '../../generated/graphql.ts';
import type { MessageKey } from '../../generated-messages/message-key.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { apiLanguage, LANGUAGES } from '../../platform/locale/language.ts';
import { useLocale } from '../../platform/locale/locale-context.tsx';
import { type CorrectedOrder, CorrectedOrders } from '../orders/corrected-orders.tsx';
import { LANGUAGE_NAMES } from '../preferences/preference-controls.tsx';
import { WhyWeAsk } from '../privacy-policy/why-we-ask.tsx';
import { AccountSection } from './account-section.tsx';
import { ChangeEmail } from './change-email.tsx';
import { DoneNotice } from './done-notice.tsx';
import { HiddenAgain } from './hidden-again.tsx';
import { fieldId, useAttempt } from './use-attempt.ts';
import type { Customer } from './use-customer.ts';

interface ProfileSettingsProps {
  readonly customer: Customer;
  /** Whether what was revealed has been dropped from the screen. */
  readonly dropped: boolean;
  readonly onChange: (customer: Customer) => void;
  /** Asks anew who is signed in. */
  readonly onAskAgain: () => void;
}

/** What was just done, and what it did to the orders. */
interface Done {
  readonly said: string;
  readonly orders: readonly CorrectedOrder[];
}

/** Name, language and address of the account, each to be changed where it stands (P6.2). */
export function ProfileSettings({ customer, dropped, onChange, onAskAgain }: ProfileSettingsProps) {
  const t = useText();
  const [open, setOpen] = useState<'PROFILE' | 'EMAIL' | null>(null);
  /** The form that was given up. */
  const [cancelled, setCancelled] = useState<'PROFILE' | 'EMAIL' | null>(null);
  const [done, setDone] = useState<Done>({ said: '', orders: [] });
  const finish = (said: string, orders: readonly CorrectedOrder[]) => {
    setOpen(null);
    setCancelled(null);
    setDone({ said, orders });
  };
  const cancel = () => {
    setCancelled(open);
    setOpen(null);
  };
  const start = (what: 'PROFILE' | 'EMAIL') => {
    setDone({ said: '', orders: [] });
    setOpen(what);
  };
  return (
    <AccountSection title={t('account.details')} lead={t('profile.lead')}>
      <DoneNotice said={done.said} />
      <CorrectedOrders orders={done.orders} />
      {open === 'PROFILE' && (
        <ProfileForm customer={customer} onChange={onChange} onOver={onAskAgain} onDone={finish} onCancel={cancel} />
      )}
      {open === 'EMAIL' && (
        <ChangeEmail
          customer={customer}
          onChange={onChange}
          onAskAgain={onAskAgain}
          onDone={finish}
          onCancel={cancel}
        />
      )}
      {open === null && (
        <>
          <dl className="w-full border-t border-hairline text-small">
            <Fact name={t('account.name')}>
              {customer.name === null ? (
                <span className="text-ink-faint">{t('account.noName')}</span>
              ) : (
                <Shown text={customer.name} />
              )}
            </Fact>
            <Fact name={t('profile.language')}>{nameOfLanguage(customer.language)}</Fact>
            <Fact name={t('field.email')}>
              <Shown text={customer.email} />
            </Fact>
          </dl>
          {dropped ? (
            <HiddenAgain onShow={onAskAgain} />
          ) : (
            <div className="flex flex-wrap gap-4">
              {/* After a cancelled form one goes on where it came from. */}
              <Button tone="outline" autoFocus={cancelled === 'PROFILE'} onClick={() => start('PROFILE')}>
                {t('profile.change')}
              </Button>
              <Button tone="outline" autoFocus={cancelled === 'EMAIL'} onClick={() => start('EMAIL')}>
                {t('profile.changeEmail')}
              </Button>
            </div>
          )}
        </>
      )}
    </AccountSection>
  );
}

function nameOfLanguage(language: ApiLanguage): string {
  const own = LANGUAGES.find((one) => apiLanguage(one) === language);
  return own ? LANGUAGE_NAMES[own] : language;
}

interface ProfileFormProps {
  readonly customer: Customer;
  readonly onChange: (customer: Customer) => void;
  readonly onOver: () => void;
  readonly onDone: (said: string, orders: readonly CorrectedOrder[]) => void;
  readonly onCancel: () => void;
}

function ProfileForm({ customer, onChange, onOver, onDone, onCancel }: ProfileFormProps) {
  const t = useText();
  const client = useApolloClient();
  const { language } = useLocale().api;
  const before = customer.name?.text ?? '';
  const [name, setName] = useState(before);
  const [mailLanguage, setMailLanguage] = useState(customer.language);
  const [correctOrders, setCorrectOrders] = useState(true);
  const attempt = useAttempt(['name'], onOver);

  async function save(event: FormEvent) {
    event.preventDefault();
    // A name that stays is not sent: it would be sealed anew for nothing.
    const changed = name.trim() === before ? {} : { name: name.trim() || null };
    await attempt.run(async () => {
      const variables = { input: { ...changed, mailLanguage, correctOrders, language } };
      const { data } = await client.mutate({ mutation: UpdateProfileDocument, variables, fetchPolicy: 'no-cache' });
      const { customer: next = null, orders = [], userErrors = [] } = data?.updateProfile ?? {};
      if (next) {
        onChange(next);
        onDone(t('profile.saved'), orders);
      }
      return userErrors;
    });
  }

  return (
    <form noValidate onSubmit={(event) => void save(event)} className="flex w-full max-w-[28rem] flex-col gap-5">
      <TextField
        id={fieldId('name')}
        label={t('account.name')}
        hint={t('account.nameHint')}
        autoFocus
        autoComplete="name"
        value={name}
        onChange={setName}
        error={attempt.wrong('name')}
        aside={<WhyWeAsk coordinate="UpdateProfileInput.name" label={t('account.name')} />}
      />
      <SelectField
        label={t('profile.language')}
        required
        value={mailLanguage}
        onChange={(value) => setMailLanguage(value as ApiLanguage)}
        options={LANGUAGES.map((one) => ({ value: apiLanguage(one), label: LANGUAGE_NAMES[one] }))}
      />
      {before !== '' && name.trim() !== before && (
        <Checkbox checked={correctOrders} onChange={setCorrectOrders}>
          {t('profile.correctOrders')}
        </Checkbox>
      )}
      {attempt.problem !== null && <Notice>{attempt.problem}</Notice>}
      <div className="flex flex-wrap items-center gap-x-6 gap-y-4">
        <Button type="submit" busy={attempt.busy}>
          {t('account.save')}
        </Button>
        <Button tone="plain" onClick={onCancel}>
          {t('account.cancel')}
        </Button>
      </div>
    </form>
  );
}

const NOT_SHOWN: Readonly<Record<Exclude<PersonalAccess, 'REVEALED'>, MessageKey>> = {
  MASKED: 'personal.masked',
  DENIED: 'personal.denied',
  ERASED: 'personal.erased',
};

/** A personal text, or the word for why it is not shown. */
function Shown({ text }: { text: PersonalTextPartsFragment | null }) {
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
