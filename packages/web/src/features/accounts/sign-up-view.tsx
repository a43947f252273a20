import { useApolloClient } from '@apollo/client/react';
import { type FormEvent, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { PasswordField } from '../../components/password-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { SignUpDocument } from '../../generated/graphql.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { useLocale } from '../../platform/locale/locale-context.tsx';
import { LocalLink } from '../../platform/page/local-link.tsx';
import { WhyWeAsk } from '../privacy-policy/why-we-ask.tsx';
import { useAccountDraft } from './account-draft.ts';
import { EmailField } from './email-field.tsx';
import { EnterCode } from './enter-code.tsx';
import { SecondFactorStep } from './second-factor/second-factor-step.tsx';
import { type Attempt, fieldId, type Refusal, useAttempt } from './use-attempt.ts';
import { useSignedIn } from './use-signed-in.ts';
import { useComingFrom } from './way-back.ts';

/** Opening an account: an address, a name and a password if one likes, then the code that was mailed. */
export function SignUpView() {
  const t = useText();
  const [{ email, challenge, secondFactor }, change] = useAccountDraft();
  const [returned, setReturned] = useState(false);
  const attempt = useAttempt(['email', 'name', 'password']);
  const signUp = useSignUp();
  const { signedIn } = useSignedIn();

  if (secondFactor) {
    return (
      <SecondFactorStep
        request={secondFactor}
        action={t('account.signIn')}
        onPassed={signedIn}
        onCancel={() => change({ secondFactor: null, challenge: null })}
      />
    );
  }
  if (!challenge?.opens) {
    return <SignUpForm attempt={attempt} returned={returned} onSubmit={() => void attempt.run(signUp)} />;
  }
  return (
    <div className="flex flex-col gap-6">
      <p role="status" className="text-ink-soft wrap-anywhere">
        {t('account.codeSentNew', { email })}
      </p>
      <EnterCode
        challenge={challenge}
        action={t('account.signUp')}
        onResend={signUp}
        onSignedIn={signedIn}
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
        {t('account.changeEntries')}
      </Button>
    </div>
  );
}

/** Sends what was entered; the answer does not tell whether the address had an account before. */
function useSignUp(): () => Promise<readonly Refusal[]> {
  const client = useApolloClient();
  const { language } = useLocale().api;
  const [{ email, name, newPassword }, change] = useAccountDraft();
  return async () => {
    const input = { email: email.trim(), name: name.trim() || null, password: newPassword || null, language };
    const { data } = await client.mutate({
      mutation: SignUpDocument,
      variables: { input },
      fetchPolicy: 'no-cache',
    });
    const { challenge, validMinutes, userErrors } = data?.signUp ?? { userErrors: [] };
    if (challenge != null) change({ challenge: { token: challenge, validMinutes: validMinutes ?? 0, opens: true } });
    return userErrors;
  };
}

interface SignUpFormProps {
  readonly attempt: Attempt;
  readonly returned: boolean;
  readonly onSubmit: () => void;
}

function SignUpForm({ attempt, returned, onSubmit }: SignUpFormProps) {
  const t = useText();
  const from = useComingFrom();
  const [{ email, name, newPassword }, change] = useAccountDraft();

  function submit(event: FormEvent) {
    event.preventDefault();
    if (email.trim() === '') attempt.show({ email: t('form.error.required') });
    else onSubmit();
  }

  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-6">
      <EmailField
        value={email}
        onChange={(typed) => change({ email: typed })}
        error={attempt.wrong('email')}
        coordinate="SignUpInput.email"
        autoFocus={returned}
      />
      <TextField
        id={fieldId('name')}
        label={t('account.name')}
        hint={t('account.nameHint')}
        autoComplete="name"
        value={name}
        onChange={(typed) => change({ name: typed })}
        error={attempt.wrong('name')}
        aside={<WhyWeAsk coordinate="SignUpInput.name" label={t('account.name')} />}
      />
      <PasswordField
        id={fieldId('password')}
        label={t('account.password')}
        hint={t('account.passwordHint')}
        autoComplete="new-password"
        value={newPassword}
        onChange={(typed) => change({ newPassword: typed })}
        error={attempt.wrong('password')}
        aside={<WhyWeAsk coordinate="SignUpInput.password" label={t('account.password')} />}
      />
      {attempt.problem !== null && <Notice>{attempt.problem}</Notice>}
      <Button type="submit" busy={attempt.busy}>
        {t('prove.request')}
      </Button>
      <p className="border-t border-hairline pt-5 text-small text-ink-soft">
        {t('account.have')}{' '}
        <LocalLink to="/sign-in" state={from} className="inline-link touch-target inline-block">
          {t('account.signIn')}
        </LocalLink>
      </p>
    </form>
  );
}
