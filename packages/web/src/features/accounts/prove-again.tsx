import { useEffect, useRef, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { useText } from '../../platform/i18n/text.tsx';
import type { Challenge } from './account-draft.ts';
import { EnterCode } from './enter-code.tsx';
import { useAttempt } from './use-attempt.ts';
import { useRequestCode } from './use-request-code.ts';

interface ProveAgainProps {
  /** Why it is needed here; that of a password unless said otherwise. */
  readonly lead?: string;
  /** Where the code goes; null while it is not on the screen. */
  readonly email: string | null;
  readonly onProven: () => void;
  readonly onCancel: () => void;
}

/** Asks for a fresh proof by a mailed code, in the place where it is needed. */
export function ProveAgain({ lead: why, email, onProven, onCancel }: ProveAgainProps) {
  const t = useText();
  const attempt = useAttempt([]);
  const requestCode = useRequestCode();
  const [challenge, setChallenge] = useState<Challenge | null>(null);
  const lead = useRef<HTMLParagraphElement>(null);
  // What was pressed is gone; whoever pressed it goes on here.
  useEffect(() => lead.current?.focus(), []);
  const request = () => requestCode(email ?? '', setChallenge);
  return (
    <div className="flex w-full max-w-[28rem] flex-col items-stretch gap-5">
      <p ref={lead} tabIndex={-1} className="text-small text-ink-soft outline-none">
        {why ?? t('account.proveLead')}
      </p>
      {attempt.problem !== null && <Notice>{attempt.problem}</Notice>}
      {challenge ? (
        <EnterCode challenge={challenge} action={t('account.goOn')} onResend={request} onSignedIn={onProven} />
      ) : (
        <Button busy={attempt.busy} unavailable={email === null} onClick={() => void attempt.run(request)}>
          {t('prove.request')}
        </Button>
      )}
      <Button tone="plain" className="self-start" onClick={onCancel}>
        {t('account.cancel')}
      </Button>
    </div>
  );
}
