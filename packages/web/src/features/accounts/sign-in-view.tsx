import { useApolloClient } from '@apollo/client/react';
import { type FormEvent, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { PasswordField } from '../../components/password-field.tsx';
import { type SecondFactorPartsFragment, SignInDocument } from '../../generated/graphql.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { useLocale } from '../../platform/locale/locale-context.tsx';
import { LocalLink } from '../../platform/page/local-link.tsx';
import { WhyWeAsk } from '../privacy-policy/why-we-ask.tsx';
import { useAccountDraft } from './account-draft.ts';
import { DeviceLine, useDeviceName } from './device-line.tsx';
import { EmailField } from './email-field.tsx';
import { EnterCode } from './enter-code.tsx';
import { PasskeyButton } from './passkeys/passkey-button.tsx';
import { usePasskeyAutofill, usePasskeySignIn } from './passkeys/use-passkey-sign-in.ts';
import { SecondFactorStep } from './second-factor/second-factor-step.tsx';
import { fieldId, type Refusal, useAttempt } from './use-attempt.ts';
import { useRequestCode } from './use-request-code.ts';
import { useSignedIn } from './use-signed-in.ts';
import { useComingFrom } from './way-back.ts';

/** Signing in: by passkey; or an address, then a mailed code or the password, and the second factor if one is asked for. */
export function SignInView({ onSignedIn }: { onSignedIn?: () => void }) {
  const t = useText();
  const [{ email, challenge, secondFactor }, change] = useAccountDraft();
  const { signedIn } = useSignedIn();
  const [returned, setReturned] = useState(false);
  const requestCode = useRequestCode();
  const done = () => {
    signedIn();
    onSignedIn?.();
  };
  if (secondFactor) {
    return (
      <SecondFactorStep
        request={secondFactor}
        action={t('account.signIn')}
        onPassed={done}
        onCancel={() => {
          change({ secondFactor: null, challenge: null });
          setReturned(true);
        }}
      />
    );
  }
  if (!challenge || challenge.opens) return <AddressForm returned={returned} onSignedIn={done} />;
  return (
    <div className="flex flex-col gap-6">
      <p role="status" className="text-ink-soft wrap-anywhere">
        {t('account.codeSent', { email })}
      </p>
      <EnterCode
        challenge={challenge}
        action={t('account.signIn')}
        onResend={() => requestCode(email, (next) => change({ challenge: next }))}
        onSignedIn={done}
        onSecondFactor={(wanted) => change({ secondFactor: wanted })}
      />
      <Button
        tone="plain"
        className="self-start"
        onClick={() => {
          change({ challenge: null });
          setReturned(true);
        }}
      >
        {t('account.otherWay')}
      </Button>
    </div>
  );
}

function AddressForm({ returned, onSignedIn }: { returned: boolean; onSignedIn: () => void }) {
  const t = useText();
  const client = useApolloClient();
  const { language } = useLocale().api;
  const from = useComingFrom();
  const [{ email }, change] = useAccountDraft();
  const [password, setPassword] = useState<string | null>(null);
  const attempt = useAttempt(['email', 'password']);
  const requestCode = useRequestCode();
  const device = useDeviceName();
  const byPasskey = useAttempt([]);
  const signInByPasskey = usePasskeySignIn();
  const byPassword = password !== null;

  async function show(answer: () => Promise<readonly Refusal[]>) {
    if (await byPasskey.run(answer)) onSignedIn();
  }
  usePasskeyAutofill(!byPasskey.busy && !attempt.busy, (answer) => void show(answer));

  async function submit(event: FormEvent) {
    event.preventDefault();
    const missing = t('form.error.required');
    const errors = {
      ...(email.trim() === '' ? { email: missing } : {}),
      ...(password === '' ? { password: missing } : {}),
    };
    if (Object.keys(errors).length > 0) return attempt.show(errors);
    if (password === null) {
      await attempt.run(() => requestCode(email, (challenge) => change({ challenge })));
      return;
    }
    const next: { wanted?: SecondFactorPartsFragment | null } = {};
    const signedIn = await attempt.run(async () => {
      const variables = { input: { email: email.trim(), password, device, language } };
      const { data } = await client.mutate({ mutation: SignInDocument, variables, fetchPolicy: 'no-cache' });
      next.wanted = data?.signIn.secondFactor;
      return data?.signIn.userErrors ?? [];
    });
    if (next.wanted) change({ secondFactor: next.wanted });
    else if (signedIn) onSignedIn();
  }

  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="flex flex-col gap-6">
      <EmailField
        value={email}
        onChange={(typed) => change({ email: typed })}
        error={attempt.wrong('email')}
        coordinate="SignInInput.email"
        autoFocus={returned}
        passkeys
      />
      {byPassword && (
        <PasswordField
          id={fieldId('password')}
          label={t('account.password')}
          required
          autoFocus
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
          error={attempt.wrong('password')}
          aside={<WhyWeAsk coordinate="SignInInput.password" label={t('account.password')} />}
        />
      )}
      {attempt.problem !== null && <Notice>{attempt.problem}</Notice>}
      <Button type="submit" busy={attempt.busy}>
        {t(byPassword ? 'account.signIn' : 'prove.request')}
      </Button>
      <Button tone="plain" className="self-start" onClick={() => setPassword(byPassword ? null : '')}>
        {t(byPassword ? 'account.useCode' : 'account.usePassword')}
      </Button>
      <div className="flex flex-col gap-3 border-t border-hairline pt-5">
        {byPasskey.problem !== null && <Notice>{byPasskey.problem}</Notice>}
        <PasskeyButton busy={byPasskey.busy} onPress={() => void show(() => signInByPasskey())}>
          {t('passkey.signIn')}
        </PasskeyButton>
        <p className="text-fine text-ink-faint">{t('passkey.signInHint')}</p>
      </div>
      <DeviceLine name={device} coordinate={byPassword ? 'SignInInput.device' : 'SignInByPasskeyInput.device'} />
      <p className="border-t border-hairline pt-5 text-small text-ink-soft">
        {t('account.haveNone')}{' '}
        <LocalLink to="/sign-up" state={from} className="inline-link touch-target inline-block">
          {t('account.signUp')}
        </LocalLink>
      </p>
    </form>
  );
}
