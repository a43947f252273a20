import { useApolloClient } from '@apollo/client/react';
import { type FormEvent, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Checkbox } from '../../components/checkbox.tsx';
import { Notice } from '../../components/notice.tsx';
import { TextField } from '../../components/text-field.tsx';
import { ConfirmEmailChangeDocument, RequestEmailChangeDocument } from '../../generated/graphql.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { useLocale } from '../../platform/locale/locale-context.tsx';
import type { CorrectedOrder } from '../orders/corrected-orders.tsx';
import { WhyWeAsk } from '../privacy-policy/why-we-ask.tsx';
import { ProveAgain } from './prove-again.tsx';
import { fieldId, useAttempt } from './use-attempt.ts';
import type { Customer } from './use-customer.ts';

interface ChangeEmailProps {
  readonly customer: Customer;
  readonly onChange: (customer: Customer) => void;
  readonly onAskAgain: () => void;
  readonly onDone: (said: string, orders: readonly CorrectedOrder[]) => void;
  readonly onCancel: () => void;
}

/** Another address for the account: entered, proven by a fresh sign-in if the last is long ago, and confirmed by a code from there. */
export function ChangeEmail({ customer, onChange, onAskAgain, onDone, onCancel }: ChangeEmailProps) {
  const t = useText();
  const client = useApolloClient();
  const { language } = useLocale().api;
  const attempt = useAttempt(['email', 'code'], onAskAgain);
  const [email, setEmail] = useState('');
  const [code, setCode] = useState('');
  const [correctOrders, setCorrectOrders] = useState(true);
  const [proving, setProving] = useState(false);
  const [minutes, setMinutes] = useState<number | null>(null);
  const known = customer.email?.access === 'REVEALED' ? customer.email.text : null;

  async function request() {
    await attempt.run(async () => {
      const variables = { input: { email: email.trim(), language } };
      const { data } = await client.mutate({
        mutation: RequestEmailChangeDocument,
        variables,
        fetchPolicy: 'no-cache',
      });
      const { validMinutes = null, userErrors = [] } = data?.requestEmailChange ?? {};
      const stale = userErrors.some((error) => error.code === 'NOT_FRESH');
      setProving(stale);
      setMinutes(validMinutes);
      // Nothing to complain of: the form for the proof says what is needed.
      return stale ? [] : userErrors;
    });
  }

  async function confirm() {
    await attempt.run(async () => {
      const variables = { input: { code: code.replace(/\s/g, ''), correctOrders, language } };
      const { data } = await client.mutate({
        mutation: ConfirmEmailChangeDocument,
        variables,
        fetchPolicy: 'no-cache',
      });
      const { customer: next = null, orders = [], userErrors = [] } = data?.confirmEmailChange ?? {};
      if (next) {
        onChange(next);
        onDone(t('profile.emailChanged'), orders);
      }
      return userErrors;
    });
  }

  async function send(event: FormEvent) {
    event.preventDefault();
    const missing = t('form.error.required');
    if (minutes === null) {
      if (email.trim() === '') attempt.show({ email: missing });
      else await request();
    } else if (code.trim() === '') attempt.show({ code: missing });
    else await confirm();
  }

  if (proving) {
    return (
      <ProveAgain
        email={known}
        lead={t('profile.proveLead')}
        onProven={() => void request()}
        onCancel={() => setProving(false)}
      />
    );
  }
  return (
    <form noValidate onSubmit={(event) => void send(event)} className="flex w-full max-w-[28rem] flex-col gap-5">
      {minutes === null ? (
        <TextField
          id={fieldId('email')}
          label={t('profile.newEmail')}
          hint={t('profile.newEmailHint')}
          required
          autoFocus
          type="email"
          autoComplete="email"
          autoCapitalize="none"
          spellCheck={false}
          value={email}
          onChange={setEmail}
          error={attempt.wrong('email')}
          aside={<WhyWeAsk coordinate="RequestEmailChangeInput.email" label={t('profile.newEmail')} />}
        />
      ) : (
        <>
          <p role="status" className="text-small text-ink-soft wrap-anywhere">
            {t('profile.codeSent', { email: email.trim() })}
          </p>
          <TextField
            id={fieldId('code')}
            label={t('prove.code')}
            hint={t('prove.hint', { minutes })}
            required
            // The field for the address is gone, and whoever filled it in goes on here.
            autoFocus
            inputMode="numeric"
            autoComplete="one-time-code"
            value={code}
            onChange={setCode}
            error={attempt.wrong('code')}
          />
          <Checkbox checked={correctOrders} onChange={setCorrectOrders}>
            {t('profile.correctOrdersEmail')}
          </Checkbox>
        </>
      )}
      {attempt.problem !== null && <Notice>{attempt.problem}</Notice>}
      <div className="flex flex-wrap items-center gap-x-6 gap-y-4">
        <Button type="submit" busy={attempt.busy}>
          {t(minutes === null ? 'prove.request' : 'profile.confirmEmail')}
        </Button>
        <Button tone="plain" onClick={onCancel}>
          {t('account.cancel')}
        </Button>
      </div>
    </form>
  );
}
