import { useApolloClient } from '@apollo/client/react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { Notice } from '../../../components/notice.tsx';
import { TextField } from '../../../components/text-field.tsx';
import { ConfirmTotpDocument, type PersonalTextPartsFragment } from '../../../generated/graphql.ts';
import { useText } from '../../../platform/i18n/text.tsx';
import { useLocale } from '../../../platform/locale/locale-context.tsx';
import { fieldId } from '../use-attempt.ts';
import { otpauthAddress } from './otpauth-address.ts';
import type { OwnerProps } from './owner-props.ts';
import { QrCode } from './qr-code.tsx';
import { useProvenChange } from './use-proven-change.ts';
import { UNCHANGED } from './use-security.ts';

interface TotpSetupProps extends OwnerProps {
  readonly secret: PersonalTextPartsFragment;
  readonly onClose: () => void;
  /** The app is in force. @param codes recovery codes that came with it. */
  readonly onDone: (codes: readonly string[] | null) => void;
}

/** Setting up an authenticator app: a picture or a text that takes the secret there, and the first code that shows it has it. */
export function TotpSetup({ secret, onClose, onDone, ...owner }: TotpSetupProps) {
  const t = useText();
  const client = useApolloClient();
  const { language } = useLocale().api;
  const change = useProvenChange({ ...owner, fields: ['code'] });
  const [code, setCode] = useState('');
  const lead = useRef<HTMLParagraphElement>(null);
  useEffect(() => lead.current?.focus(), []);
  useCloseAt(secret.until, onClose);
  const text = secret.text ?? '';

  function submit(event: FormEvent) {
    event.preventDefault();
    if (code.trim() === '') return change.attempt.show({ code: t('form.error.required') });
    const variables = { code: code.trim(), language };
    void change.run(
      async () => {
        const { data } = await client.mutate({ mutation: ConfirmTotpDocument, variables, fetchPolicy: 'no-cache' });
        return data?.confirmTotp ?? UNCHANGED;
      },
      ({ recoveryCodes }) => onDone(recoveryCodes),
    );
  }

  return (
    <form noValidate onSubmit={submit} className="flex w-full max-w-[28rem] flex-col gap-5">
      <p ref={lead} tabIndex={-1} className="text-small text-ink-soft outline-none">
        {t('totp.scan')}
      </p>
      <QrCode text={otpauthAddress(text, owner.email)} label={t('totp.picture')} />
      <div className="flex flex-col gap-1.5">
        <p className="text-fine text-ink-faint">{t('totp.secret')}</p>
        <p className="font-mono text-small tracking-wide wrap-anywhere select-all" translate="no">
          {(text.match(/.{1,4}/g) ?? []).join(' ')}
        </p>
      </div>
      <TextField
        id={fieldId('code')}
        label={t('factor.code')}
        hint={t('totp.codeHint')}
        required
        value={code}
        onChange={setCode}
        error={change.attempt.wrong('code')}
        inputMode="numeric"
        autoComplete="one-time-code"
      />
      {change.attempt.problem !== null && <Notice>{change.attempt.problem}</Notice>}
      <div className="flex flex-wrap items-center gap-x-6 gap-y-4">
        <Button type="submit" busy={change.attempt.busy}>
          {t('totp.confirm')}
        </Button>
        <Button tone="plain" onClick={onClose}>
          {t('account.cancel')}
        </Button>
      </div>
    </form>
  );
}

/** Closes what shows something revealed at the moment that the server has set (D7). */
function useCloseAt(until: string | null, onClose: () => void): void {
  const close = useRef(onClose);
  useEffect(() => {
    close.current = onClose;
  });
  useEffect(() => {
    if (until === null) return;
    const timer = setTimeout(() => close.current(), Math.max(0, Date.parse(until) - Date.now()));
    return () => clearTimeout(timer);
  }, [until]);
}
