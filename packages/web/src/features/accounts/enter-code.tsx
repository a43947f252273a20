import { useApolloClient } from '@apollo/client/react';
import { type FormEvent, useEffect, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { TextField } from '../../components/text-field.tsx';
import { EnterSignInCodeDocument, type SecondFactorPartsFragment } from '../../generated/graphql.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { useLocale } from '../../platform/locale/locale-context.tsx';
import type { Challenge } from './account-draft.ts';
import { DeviceLine, useDeviceName } from './device-line.tsx';
import { fieldId, type Refusal, useAttempt } from './use-attempt.ts';

/** Milliseconds after which another code may be asked for: most mails have come by then. */
const PATIENCE = 60_000;

interface EnterCodeProps {
  readonly challenge: Challenge;
  /** What the button says that sends the code. */
  readonly action: string;
  /** Asks for another code; the one before does not fit the challenge any more. */
  readonly onResend: () => Promise<readonly Refusal[]>;
  readonly onSignedIn: () => void;
  /** The code was right, and the account asks for a second factor. */
  readonly onSecondFactor: (wanted: SecondFactorPartsFragment) => void;
}

/** The code from the mail: one field that takes what is pasted, and another code for those who wait in vain. */
export function EnterCode({ challenge, action, onResend, onSignedIn, onSecondFactor }: EnterCodeProps) {
  const t = useText();
  const client = useApolloClient();
  const { language } = useLocale().api;
  const [code, setCode] = useState('');
  const attempt = useAttempt(['code']);
  const resend = useAttempt([]);
  const [resent, setResent] = useState(false);
  const device = useDeviceName();
  const waited = useWaited(challenge.token);

  async function enter(event: FormEvent) {
    event.preventDefault();
    const digits = code.replace(/\s/g, '');
    if (digits === '') return attempt.show({ code: t('form.error.required') });
    const input = { challenge: challenge.token, code: digits, device, language };
    const next: { wanted?: SecondFactorPartsFragment | null } = {};
    const entered = await attempt.run(async () => {
      const variables = { input };
      const { data } = await client.mutate({ mutation: EnterSignInCodeDocument, variables, fetchPolicy: 'no-cache' });
      next.wanted = data?.enterSignInCode.secondFactor;
      return data?.enterSignInCode.userErrors ?? [];
    });
    if (next.wanted) onSecondFactor(next.wanted);
    else if (entered) onSignedIn();
  }

  return (
    <form noValidate onSubmit={(event) => void enter(event)} className="flex flex-col gap-6">
      <TextField
        id={fieldId('code')}
        label={t('prove.code')}
        hint={t('prove.hint', { minutes: challenge.validMinutes })}
        required
        value={code}
        onChange={setCode}
        error={attempt.wrong('code')}
        // What asked for the code is gone, and whoever pressed it goes on here.
        autoFocus
        inputMode="numeric"
        autoComplete="one-time-code"
      />
      {attempt.problem !== null && <Notice>{attempt.problem}</Notice>}
      <Button type="submit" busy={attempt.busy}>
        {action}
      </Button>
      <DeviceLine name={device} coordinate="EnterSignInCodeInput.device" />
      <div className="flex flex-col items-start gap-2 border-t border-hairline pt-5 text-small text-ink-soft">
        {resend.problem !== null && <Notice>{resend.problem}</Notice>}
        <p role="status">{resent && t('account.resent')}</p>
        <p>{t(waited ? 'account.resendNow' : 'account.resendSoon')}</p>
        <Button
          tone="plain"
          busy={resend.busy}
          unavailable={!waited}
          onClick={() => void resend.run(onResend).then(setResent)}
        >
          {t('account.resend')}
        </Button>
      </div>
    </form>
  );
}

/** Whether the mail with the code should have come by now. */
function useWaited(token: string): boolean {
  const [waited, setWaited] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setWaited(token), PATIENCE);
    return () => clearTimeout(timer);
  }, [token]);
  return waited === token;
}
