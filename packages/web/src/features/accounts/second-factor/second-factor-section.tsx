import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { Notice } from '../../../components/notice.tsx';
import {
  type PersonalTextPartsFragment,
  RemoveTotpDocument,
  RequirePasskeyDocument,
  StartTotpDocument,
} from '../../../generated/graphql.ts';
import { useText } from '../../../platform/i18n/text.tsx';
import { useLocale } from '../../../platform/locale/locale-context.tsx';
import { AccountSection } from '../account-section.tsx';
import { DoneNotice } from '../done-notice.tsx';
import { ProveAgain } from '../prove-again.tsx';
import { ConfirmRemoval } from './confirm-removal.tsx';
import type { OwnerProps } from './owner-props.ts';
import { TotpSetup } from './totp-setup.tsx';
import { useProvenChange } from './use-proven-change.ts';
import { type Security, UNCHANGED } from './use-security.ts';

interface SecondFactorSectionProps extends OwnerProps {
  readonly security: Security;
  readonly onCodes: (codes: readonly string[]) => void;
}

/** What is asked for after a password or a mailed code: the codes of an app, or a passkey. */
export function SecondFactorSection({ security, onCodes, ...owner }: SecondFactorSectionProps) {
  const t = useText();
  const client = useApolloClient();
  const { language } = useLocale().api;
  const change = useProvenChange(owner);
  const [setup, setSetup] = useState<PersonalTextPartsFragment | null>(null);
  const [removing, setRemoving] = useState(false);
  const [said, setSaid] = useState('');
  const { hasTotp, passkeyRequired, passkeys } = security;
  const variables = { language };

  const start = () => {
    setSaid('');
    void change.run(
      async () => {
        const { data } = await client.mutate({ mutation: StartTotpDocument, variables, fetchPolicy: 'no-cache' });
        setSetup(data?.startTotp.secret ?? null);
        return { ...UNCHANGED, userErrors: data?.startTotp.userErrors ?? [] };
      },
      () => undefined,
    );
  };
  const remove = () =>
    change.run(
      async () => {
        const { data } = await client.mutate({ mutation: RemoveTotpDocument, variables, fetchPolicy: 'no-cache' });
        return data?.removeTotp ?? UNCHANGED;
      },
      () => {
        setRemoving(false);
        setSaid(t('totp.removed'));
      },
    );
  const require = (required: boolean) => {
    setSaid('');
    void change.run(
      async () => {
        const { data } = await client.mutate({
          mutation: RequirePasskeyDocument,
          variables: { required, language },
          fetchPolicy: 'no-cache',
        });
        return data?.requirePasskey ?? UNCHANGED;
      },
      ({ recoveryCodes }) => {
        if (recoveryCodes) onCodes(recoveryCodes);
        setSaid(t(required ? 'factor.required' : 'factor.notRequired'));
      },
    );
  };

  return (
    <AccountSection title={t('factor.title')} lead={t('factor.lead')}>
      {!setup && <p className="text-small text-ink-soft">{t(hasTotp ? 'totp.there' : 'totp.none')}</p>}
      {passkeyRequired && <p className="text-small text-ink-soft">{t('factor.passkeyAsked')}</p>}
      <DoneNotice said={said} />
      {!removing && change.attempt.problem !== null && <Notice>{change.attempt.problem}</Notice>}
      {change.waiting && <ProveAgain email={owner.email} onProven={change.goOn} onCancel={change.cancel} />}
      {setup && (
        <TotpSetup
          {...owner}
          secret={setup}
          onClose={() => setSetup(null)}
          onDone={(codes) => {
            setSetup(null);
            setSaid(t('totp.added'));
            if (codes) onCodes(codes);
          }}
        />
      )}
      {removing && !change.waiting && (
        <ConfirmRemoval
          question={t('totp.removeLead')}
          attempt={change.attempt}
          onRemove={() => void remove()}
          onCancel={() => setRemoving(false)}
        />
      )}
      {!setup && !removing && !change.waiting && (
        <div className="flex flex-wrap gap-4">
          <Button tone="outline" busy={change.attempt.busy} onClick={hasTotp ? () => setRemoving(true) : start}>
            {t(hasTotp ? 'totp.remove' : 'totp.setUp')}
          </Button>
          {passkeys.length > 0 && (
            <Button tone="outline" busy={change.attempt.busy} onClick={() => require(!passkeyRequired)}>
              {t(passkeyRequired ? 'factor.dropPasskey' : 'factor.requirePasskey')}
            </Button>
          )}
        </div>
      )}
    </AccountSection>
  );
}
