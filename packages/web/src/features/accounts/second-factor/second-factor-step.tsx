import { useApolloClient } from '@apollo/client/react';
import { type FormEvent, type RefObject, useEffect, useRef, useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { Notice } from '../../../components/notice.tsx';
import { TextField } from '../../../components/text-field.tsx';
import {
  EnterSecondFactorDocument,
  type SecondFactorMeans,
  type SecondFactorPartsFragment,
} from '../../../generated/graphql.ts';
import { useText } from '../../../platform/i18n/text.tsx';
import { useLocale } from '../../../platform/locale/locale-context.tsx';
import { useDeviceName } from '../device-line.tsx';
import { useCanUsePasskeys } from '../passkeys/browser-passkeys.ts';
import { PasskeyButton } from '../passkeys/passkey-button.tsx';
import { usePasskeySignIn } from '../passkeys/use-passkey-sign-in.ts';
import { fieldId, type Refusal, useAttempt } from '../use-attempt.ts';

interface SecondFactorStepProps {
  readonly request: SecondFactorPartsFragment;
  /** What the button says that sends the code. */
  readonly action: string;
  readonly onPassed: () => void;
  readonly onCancel: () => void;
  /** Where a mailed code is another way: a passkey may be on a device that is not at hand. */
  readonly onMail?: (() => void) | undefined;
}

const LEADS = { PASSKEY: 'factor.passkeyLead', TOTP: 'factor.totpLead', RECOVERY_CODE: 'factor.recoveryLead' } as const;
const WAYS = { PASSKEY: 'factor.usePasskey', TOTP: 'factor.useTotp', RECOVERY_CODE: 'factor.useRecovery' } as const;

/** The second factor: a passkey, the code of an app, or a recovery code; one at a time, the others a press away. */
export function SecondFactorStep({ request, action, onPassed, onCancel, onMail }: SecondFactorStepProps) {
  const t = useText();
  const { means } = request;
  const canUsePasskeys = useCanUsePasskeys();
  const [way, setWay] = useState<SecondFactorMeans>(
    means.find((one) => one !== 'PASSKEY' || canUsePasskeys) ?? 'RECOVERY_CODE',
  );
  const attempt = useAttempt(['code', 'recoveryCode']);
  const signInByPasskey = usePasskeySignIn();
  const enter = useEnterSecondFactor(request.token);
  const lead = useRef<HTMLParagraphElement>(null);
  // What was pressed before is gone; a field that is shown takes the focus itself.
  useEffect(() => {
    if (way === 'PASSKEY') lead.current?.focus();
  }, [way]);
  const pass = async (work: () => Promise<readonly Refusal[]>) => {
    if (await attempt.run(work)) onPassed();
  };
  return (
    <div className="flex flex-col gap-6">
      <Lead text={t(LEADS[way])} focused={lead} />
      {way === 'PASSKEY' ? (
        <>
          {attempt.problem !== null && <Notice>{attempt.problem}</Notice>}
          <PasskeyButton
            tone="primary"
            busy={attempt.busy}
            onPress={() => void pass(() => signInByPasskey(request.token))}
          >
            {t('factor.showPasskey')}
          </PasskeyButton>
        </>
      ) : (
        <CodeForm
          key={way}
          way={way}
          action={action}
          attempt={attempt}
          onEnter={(code) => void pass(() => enter(way, code))}
        />
      )}
      <ul className="flex flex-col items-start gap-3 border-t border-hairline pt-5">
        {means
          .filter((other) => other !== way)
          .map((other) => (
            <li key={other}>
              <Button
                tone="plain"
                onClick={() => {
                  attempt.show({});
                  setWay(other);
                }}
              >
                {t(WAYS[other])}
              </Button>
            </li>
          ))}
        {onMail && (
          <li>
            <Button tone="plain" onClick={onMail}>
              {t('account.useCode')}
            </Button>
          </li>
        )}
        <li>
          <Button tone="plain" onClick={onCancel}>
            {t('account.cancel')}
          </Button>
        </li>
      </ul>
    </div>
  );
}

function Lead({ text, focused }: { text: string; focused: RefObject<HTMLParagraphElement | null> }) {
  return (
    <p ref={focused} tabIndex={-1} role="status" className="text-ink-soft outline-none">
      {text}
    </p>
  );
}

interface CodeFormProps {
  readonly way: 'TOTP' | 'RECOVERY_CODE';
  readonly action: string;
  readonly attempt: ReturnType<typeof useAttempt>;
  readonly onEnter: (code: string) => void;
}

function CodeForm({ way, action, attempt, onEnter }: CodeFormProps) {
  const t = useText();
  const [code, setCode] = useState('');
  const isTotp = way === 'TOTP';
  const name = isTotp ? 'code' : 'recoveryCode';
  function submit(event: FormEvent) {
    event.preventDefault();
    if (code.trim() === '') attempt.show({ [name]: t('form.error.required') });
    else onEnter(code.trim());
  }
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-6">
      <TextField
        id={fieldId(name)}
        label={t(isTotp ? 'factor.code' : 'factor.recoveryCode')}
        hint={t(isTotp ? 'factor.codeHint' : 'factor.recoveryHint')}
        required
        autoFocus
        value={code}
        onChange={setCode}
        error={attempt.wrong(name)}
        inputMode={isTotp ? 'numeric' : 'text'}
        autoComplete={isTotp ? 'one-time-code' : 'off'}
        autoCapitalize="none"
        spellCheck={false}
      />
      {attempt.problem !== null && <Notice>{attempt.problem}</Notice>}
      <Button type="submit" busy={attempt.busy}>
        {action}
      </Button>
    </form>
  );
}

function useEnterSecondFactor(
  token: string,
): (way: 'TOTP' | 'RECOVERY_CODE', code: string) => Promise<readonly Refusal[]> {
  const client = useApolloClient();
  const { language } = useLocale().api;
  const device = useDeviceName();
  return async (way, entered) => {
    const [code, recoveryCode] = way === 'TOTP' ? [entered, null] : [null, entered];
    const variables = { input: { token, code, recoveryCode, device, language } };
    const { data } = await client.mutate({ mutation: EnterSecondFactorDocument, variables, fetchPolicy: 'no-cache' });
    return data?.enterSecondFactor.userErrors ?? [];
  };
}
