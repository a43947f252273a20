import { useApolloClient } from '@apollo/client/react';
import { type FormEvent, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { TextField } from '../../components/text-field.tsx';
import { ClaimOrderDocument, RequestOrderClaimDocument } from '../../generated/graphql.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { useLocale } from '../../platform/locale/locale-context.tsx';
import { DoneNotice } from '../accounts/done-notice.tsx';
import { fieldId, type Refusal, useAttempt } from '../accounts/use-attempt.ts';

interface ClaimOrderProps {
  /** An order is among the customer's now. */
  readonly onClaimed: () => void;
  /** The session is over. */
  readonly onOver: () => void;
}

/** Puts an order that was placed as a guest among the customer's: its number, then the code that is mailed to its address (D5). */
export function ClaimOrder({ onClaimed, onOver }: ClaimOrderProps) {
  const t = useText();
  const client = useApolloClient();
  const { language } = useLocale().api;
  const attempt = useAttempt(['number', 'code'], onOver);
  const [number, setNumber] = useState('');
  const [code, setCode] = useState('');
  const [minutes, setMinutes] = useState<number | null>(null);
  const [said, setSaid] = useState('');

  async function send(event: FormEvent) {
    event.preventDefault();
    setSaid('');
    if (number.trim() === '') return attempt.show({ number: t('form.error.required') });
    if (minutes === null) {
      await attempt.run(request);
      return;
    }
    if (code.trim() === '') return attempt.show({ code: t('form.error.required') });
    if (!(await attempt.run(claim))) return;
    setSaid(t('claim.done', { number: number.trim().toUpperCase() }));
    setNumber('');
    setCode('');
    setMinutes(null);
    onClaimed();
  }

  async function request(): Promise<readonly Refusal[]> {
    const variables = { number: number.trim() };
    const { data } = await client.mutate({ mutation: RequestOrderClaimDocument, variables, fetchPolicy: 'no-cache' });
    setMinutes(data?.requestOrderClaim.validMinutes ?? null);
    return data?.requestOrderClaim.userErrors ?? [];
  }

  async function claim(): Promise<readonly Refusal[]> {
    const variables = { number: number.trim(), code: code.replace(/\s/g, ''), language };
    const { data } = await client.mutate({ mutation: ClaimOrderDocument, variables, fetchPolicy: 'no-cache' });
    return data?.claimOrder.userErrors ?? [];
  }

  return (
    <form noValidate onSubmit={(event) => void send(event)} className="flex w-full max-w-[28rem] flex-col gap-5">
      <DoneNotice said={said} />
      {minutes === null ? (
        <TextField
          id={fieldId('number')}
          label={t('order.number')}
          hint={t('claim.numberHint')}
          required
          autoComplete="off"
          spellCheck={false}
          value={number}
          onChange={setNumber}
          error={attempt.wrong('number')}
        />
      ) : (
        <>
          <p role="status" className="text-small text-ink-soft">
            {t('claim.codeSent', { number: number.trim().toUpperCase() })}
          </p>
          <TextField
            id={fieldId('code')}
            label={t('prove.code')}
            hint={t('prove.hint', { minutes })}
            required
            // The field for the number is gone, and whoever filled it in goes on here.
            autoFocus
            inputMode="numeric"
            autoComplete="one-time-code"
            value={code}
            onChange={setCode}
            error={attempt.wrong('code')}
          />
        </>
      )}
      {attempt.problem !== null && <Notice>{attempt.problem}</Notice>}
      <div className="flex flex-wrap items-center gap-x-6 gap-y-4">
        <Button type="submit" tone="outline" busy={attempt.busy}>
          {t(minutes === null ? 'prove.request' : 'claim.send')}
        </Button>
        {minutes !== null && (
          <Button
            tone="plain"
            onClick={() => {
              setMinutes(null);
              setCode('');
            }}
          >
            {t('claim.otherNumber')}
          </Button>
        )}
      </div>
    </form>
  );
}
