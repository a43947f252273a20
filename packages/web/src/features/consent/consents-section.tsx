import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { LostConnection } from '../../components/lost-connection.tsx';
import { Notice } from '../../components/notice.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { useText } from '../../platform/i18n/text.tsx';
import { AccountSection } from '../accounts/account-section.tsx';
import { DoneNotice } from '../accounts/done-notice.tsx';
import { useAttempt } from '../accounts/use-attempt.ts';
import type { RightsSectionProps } from '../data-rights/rights-holder.ts';
import { ConsentRow } from './consent-row.tsx';
import { type Consent, useConsents } from './use-consents.ts';

/** What one can agree to, and stop agreeing to. Whoever has no account is sent nothing that they could agree to. */
export function ConsentsSection({ holder }: RightsSectionProps) {
  const t = useText();
  return (
    <AccountSection title={t('consent.title')} lead={t('consent.lead')}>
      {holder.token === null ? (
        <OwnConsents onOver={holder.askAgain} />
      ) : (
        <p className="max-w-prose text-small text-ink-soft">{t('consent.guest')}</p>
      )}
    </AccountSection>
  );
}

function OwnConsents({ onOver }: { onOver: () => void }) {
  const t = useText();
  const { answer, again, set, object } = useConsents(onOver);
  const attempt = useAttempt([], onOver);
  const [changing, setChanging] = useState<Consent['purpose'] | 'ALL' | null>(null);
  const [said, setSaid] = useState('');

  async function change(consent: Consent, given: boolean) {
    setChanging(consent.purpose);
    setSaid('');
    const done = await attempt.run(() => set(consent, given));
    if (done) setSaid(t(given ? 'consent.saidOn' : 'consent.saidOff', { name: consent.text.title }));
  }

  async function stopAll() {
    setChanging('ALL');
    setSaid('');
    if (await attempt.run(object)) setSaid(t('consent.saidStopped'));
  }

  if (answer.kind === 'loading') return <Skeleton className="h-72 w-full" />;
  if (answer.kind === 'connection') return <LostConnection part onRetry={again} />;
  const { consents, signal, dropped } = answer;
  return (
    <>
      {signal && <SignalNote someGiven={consents.some(({ given }) => given)} />}
      <div className="w-full border-t border-hairline">
        {consents.map((consent) => (
          <ConsentRow
            key={consent.purpose}
            consent={consent}
            busy={attempt.busy && changing === consent.purpose}
            onChange={(given) => void change(consent, given)}
          />
        ))}
      </div>
      {attempt.problem !== null && <Notice>{attempt.problem}</Notice>}
      <DoneNotice said={said} still />
      <div className="flex flex-wrap gap-4">
        <Button tone="outline" busy={attempt.busy && changing === 'ALL'} onClick={() => void stopAll()}>
          {t('consent.stopAll')}
        </Button>
        {dropped && (
          <Button tone="outline" onClick={again}>
            {t('account.show')}
          </Button>
        )}
      </div>
    </>
  );
}

/** What the browser says, and what counts. */
function SignalNote({ someGiven }: { someGiven: boolean }) {
  const t = useText();
  return (
    <p className="flex max-w-prose gap-3 border-s border-eucalyptus ps-4 text-small">
      <Icon name="check" className="mt-0.5 text-eucalyptus" />
      <span>{t(someGiven ? 'consent.signalButGiven' : 'consent.signalCounts')}</span>
    </p>
  );
}
