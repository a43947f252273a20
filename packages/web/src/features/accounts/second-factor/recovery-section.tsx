import { useApolloClient } from '@apollo/client/react';
import { Button } from '../../../components/button.tsx';
import { Notice } from '../../../components/notice.tsx';
import { MakeRecoveryCodesDocument } from '../../../generated/graphql.ts';
import { useText } from '../../../platform/i18n/text.tsx';
import { useLocale } from '../../../platform/locale/locale-context.tsx';
import { AccountSection } from '../account-section.tsx';
import { ProveAgain } from '../prove-again.tsx';
import type { OwnerProps } from './owner-props.ts';
import { RecoveryCodes } from './recovery-codes.tsx';
import { useProvenChange } from './use-proven-change.ts';
import { type Security, UNCHANGED } from './use-security.ts';

interface RecoverySectionProps extends OwnerProps {
  readonly security: Security;
  readonly codes: readonly string[] | null;
  readonly onCodes: (codes: readonly string[] | null) => void;
}

/** The recovery codes: how many are left, new ones, and new ones on the screen this once. */
export function RecoverySection({ security, codes, onCodes, ...owner }: RecoverySectionProps) {
  const t = useText();
  const client = useApolloClient();
  const { language } = useLocale().api;
  const change = useProvenChange(owner);
  const { hasTotp, passkeyRequired, recoveryCodesLeft: left } = security;
  if (!hasTotp && !passkeyRequired && !codes) return null;

  const make = () =>
    change.run(
      async () => {
        const variables = { language };
        const { data } = await client.mutate({
          mutation: MakeRecoveryCodesDocument,
          variables,
          fetchPolicy: 'no-cache',
        });
        return data?.makeRecoveryCodes ?? UNCHANGED;
      },
      ({ recoveryCodes }) => onCodes(recoveryCodes),
    );

  return (
    <AccountSection title={t('recovery.title')} lead={t('recovery.lead')}>
      {codes ? (
        <RecoveryCodes codes={codes} onKept={() => onCodes(null)} />
      ) : (
        <>
          <p className="text-small text-ink-soft">{t('recovery.left', { left })}</p>
          {change.attempt.problem !== null && <Notice>{change.attempt.problem}</Notice>}
          {change.waiting ? (
            <ProveAgain email={owner.email} onProven={change.goOn} onCancel={change.cancel} />
          ) : (
            <div className="flex flex-col items-start gap-3">
              <Button tone="outline" busy={change.attempt.busy} onClick={() => void make()}>
                {t('recovery.make')}
              </Button>
              <p className="text-fine text-ink-faint">{t('recovery.makeHint')}</p>
            </div>
          )}
        </>
      )}
    </AccountSection>
  );
}
