import { useState } from 'react';
import { Button } from '../../../components/button.tsx';
import { Notice } from '../../../components/notice.tsx';
import { useText } from '../../../platform/i18n/text.tsx';
import { WhyWeAsk } from '../../privacy-policy/why-we-ask.tsx';
import { AccountSection } from '../account-section.tsx';
import { useDeviceName } from '../device-line.tsx';
import { DoneNotice } from '../done-notice.tsx';
import { ProveAgain } from '../prove-again.tsx';
import type { OwnerProps } from '../second-factor/owner-props.ts';
import { useProvenChange } from '../second-factor/use-proven-change.ts';
import type { Security } from '../second-factor/use-security.ts';
import { PasskeyButton } from './passkey-button.tsx';
import { PasskeyRow } from './passkey-row.tsx';
import { useAddPasskey } from './use-add-passkey.ts';

interface PasskeySectionProps extends OwnerProps {
  readonly passkeys: Security['passkeys'];
  readonly dropped: boolean;
  readonly onShow: () => void;
}

/** The passkeys of the account: adding one, naming and removing them. */
export function PasskeySection({ passkeys, dropped, onShow, ...owner }: PasskeySectionProps) {
  const t = useText();
  const { email, name, onOver } = owner;
  const change = useProvenChange(owner);
  const addPasskey = useAddPasskey();
  const device = useDeviceName();
  const [said, setSaid] = useState('');
  const [open, setOpen] = useState<{ id: string; part: 'name' | 'removal' } | null>(null);
  const called = device ?? t('passkey.unnamed');

  function add() {
    setSaid('');
    // The device shows whose passkey it is; what went from the screen is fetched again first.
    if (email === null) return onOver();
    const owned = { email, name: name ?? '' };
    void change.run(
      () => addPasskey(owned, called),
      () => setSaid(t('passkey.added', { name: called })),
    );
  }

  return (
    <AccountSection title={t('passkey.title')} lead={t('passkey.lead')}>
      {passkeys.length === 0 ? (
        <p className="text-small text-ink-soft">{t('passkey.none')}</p>
      ) : (
        <ul className="w-full border-t border-hairline text-small">
          {passkeys.map((passkey) => (
            <PasskeyRow
              key={passkey.id}
              {...owner}
              passkey={passkey}
              open={open?.id === passkey.id ? open.part : null}
              onOpen={(part) => setOpen(part && { id: passkey.id, part })}
              onSaid={setSaid}
            />
          ))}
        </ul>
      )}
      {dropped && passkeys.length > 0 && (
        <>
          <p role="status" className="text-small text-ink-soft">
            {t('account.hidden')}
          </p>
          <Button tone="outline" size="small" onClick={onShow}>
            {t('account.show')}
          </Button>
        </>
      )}
      <DoneNotice said={said} />
      {change.attempt.problem !== null && <Notice>{change.attempt.problem}</Notice>}
      {change.waiting ? (
        <ProveAgain email={email} onProven={change.goOn} onCancel={change.cancel} />
      ) : (
        <div className="flex flex-col items-start gap-3">
          <PasskeyButton busy={change.attempt.busy} onPress={add}>
            {t('passkey.add')}
          </PasskeyButton>
          <p className="text-fine text-ink-faint">{t('passkey.calledHint', { name: called })}</p>
          <WhyWeAsk coordinate="PasskeyAttestationInput.attestationObject" label={t('passkey.title')} />
        </div>
      )}
    </AccountSection>
  );
}
