import { useApolloClient } from '@apollo/client/react';
import { type FormEvent, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { PasswordField } from '../../components/password-field.tsx';
import { SetPasswordDocument } from '../../generated/graphql.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { useLocale } from '../../platform/locale/locale-context.tsx';
import { WhyWeAsk } from '../privacy-policy/why-we-ask.tsx';
import { AccountSection } from './account-section.tsx';
import { DoneNotice } from './done-notice.tsx';
import { ProveAgain } from './prove-again.tsx';
import { type Attempt, fieldId, type Refusal, useAttempt } from './use-attempt.ts';
import type { Customer } from './use-customer.ts';

interface PasswordSettingsProps {
  readonly customer: Customer;
  readonly onChange: (customer: Customer) => void;
  /** Asks anew who is signed in: the session is over, or the address is needed that went from the screen. */
  readonly onAskAgain: () => void;
}

/** Setting, changing and removing the password; where the server asks for a fresh proof it is given here, and the work goes on. */
export function PasswordSettings({ customer, onChange, onAskAgain }: PasswordSettingsProps) {
  const t = useText();
  const attempt = useAttempt(['password'], onAskAgain);
  const setPassword = useSetPassword(onChange);
  const [open, setOpen] = useState(false);
  const [password, setTyped] = useState('');
  /** What waits for a fresh proof: the new password, or null to have none. */
  const [waiting, setWaiting] = useState<{ readonly password: string | null } | null>(null);
  const [said, setSaid] = useState('');
  const [cancelled, setCancelled] = useState(false);
  const email = customer.email?.access === 'REVEALED' ? customer.email.text : null;

  async function change(wanted: string | null) {
    setSaid('');
    const proof = { needed: false };
    const answered = await attempt.run(async () => {
      const refusals = await setPassword(wanted);
      proof.needed = refusals.some(({ code }) => code === 'NOT_FRESH');
      setWaiting(proof.needed ? { password: wanted } : null);
      // Nothing to complain of: the form for the proof says what is needed.
      return proof.needed ? [] : refusals;
    });
    if (proof.needed && email === null) onAskAgain();
    if (!answered || proof.needed) return;
    setOpen(false);
    setCancelled(false);
    setTyped('');
    setSaid(t(wanted === null ? 'account.passwordRemoved' : 'account.passwordSet'));
  }

  function cancel(close: () => void) {
    close();
    setCancelled(true);
  }

  return (
    <AccountSection title={t('account.password')} lead={t('account.passwordEnds')}>
      <p className="text-small text-ink-soft">
        {t(customer.hasPassword ? 'account.passwordThere' : 'account.passwordNone')}
      </p>
      <DoneNotice said={said} />
      {waiting && (
        <ProveAgain
          email={email}
          onProven={() => void change(waiting.password)}
          onCancel={() => cancel(() => setWaiting(null))}
        />
      )}
      {!waiting && open && (
        <PasswordForm
          attempt={attempt}
          email={email ?? ''}
          password={password}
          onPassword={setTyped}
          onSave={() => void change(password)}
          onCancel={() => cancel(() => setOpen(false))}
        />
      )}
      {!waiting && !open && (
        <div className="flex flex-wrap gap-4">
          {/* After a cancelled form one goes on where it came from. */}
          <Button tone="outline" autoFocus={cancelled} onClick={() => setOpen(true)}>
            {t(customer.hasPassword ? 'account.changePassword' : 'account.setPassword')}
          </Button>
          {customer.hasPassword && (
            <Button tone="outline" busy={attempt.busy} onClick={() => void change(null)}>
              {t('account.removePassword')}
            </Button>
          )}
        </div>
      )}
      {(waiting !== null || !open) && attempt.problem !== null && <Notice>{attempt.problem}</Notice>}
    </AccountSection>
  );
}

function useSetPassword(
  onChange: (customer: Customer) => void,
): (password: string | null) => Promise<readonly Refusal[]> {
  const client = useApolloClient();
  const { language } = useLocale().api;
  return async (password) => {
    const variables = { password, language };
    const { data } = await client.mutate({ mutation: SetPasswordDocument, variables, fetchPolicy: 'no-cache' });
    if (data?.setPassword.customer) onChange(data.setPassword.customer);
    return data?.setPassword.userErrors ?? [];
  };
}

interface PasswordFormProps {
  readonly attempt: Attempt;
  readonly email: string;
  readonly password: string;
  readonly onPassword: (password: string) => void;
  readonly onSave: () => void;
  readonly onCancel: () => void;
}

function PasswordForm({ attempt, email, password, onPassword, onSave, onCancel }: PasswordFormProps) {
  const t = useText();
  return (
    <form
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        if (password === '') attempt.show({ password: t('form.error.required') });
        else onSave();
      }}
      className="flex w-full max-w-[28rem] flex-col gap-5"
    >
      {/* Whose password it is, for the password manager. */}
      <input hidden readOnly autoComplete="username" value={email} />
      <PasswordField
        id={fieldId('password')}
        label={t('account.newPassword')}
        hint={t('account.passwordHint')}
        required
        autoFocus
        autoComplete="new-password"
        value={password}
        onChange={onPassword}
        error={attempt.wrong('password')}
        aside={<WhyWeAsk coordinate="Mutation.setPassword(password)" label={t('account.newPassword')} />}
      />
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
