import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { type SecondFactorPartsFragment, StartProofDocument } from '../../generated/graphql.ts';
import { useText } from '../../platform/i18n/text.tsx';
import type { Challenge } from './account-draft.ts';
import { EnterCode } from './enter-code.tsx';
import { SecondFactorStep } from './second-factor/second-factor-step.tsx';
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

/** Asks for a fresh proof in the place where it is needed: by passkey or second factor, or where there is none by a mailed code. */
export function ProveAgain({ lead: why, email, onProven, onCancel }: ProveAgainProps) {
  const t = useText();
  const [wanted, setWanted] = useFactors();
  /** Somebody would rather have a code mailed; if the account asks for a second factor, that still comes after it. */
  const [byMail, setByMail] = useState(false);
  const lead = useRef<HTMLParagraphElement>(null);
  // What was pressed is gone; whoever pressed it goes on here.
  useEffect(() => lead.current?.focus(), []);
  return (
    <div className="flex w-full max-w-[28rem] flex-col items-stretch gap-5">
      <p ref={lead} tabIndex={-1} className="text-small text-ink-soft outline-none">
        {why ?? t('account.proveLead')}
      </p>
      {wanted === 'unknown' && <Skeleton className="h-12" />}
      {wanted === null && (
        <ByMail
          email={email}
          onProven={onProven}
          onSecondFactor={(next) => {
            setByMail(true);
            setWanted(next);
          }}
        />
      )}
      {wanted !== null && wanted !== 'unknown' ? (
        <SecondFactorStep
          key={wanted.token}
          request={wanted}
          action={t('account.goOn')}
          onPassed={onProven}
          onCancel={onCancel}
          onMail={byMail ? undefined : () => setWanted(null)}
        />
      ) : (
        <Button tone="plain" className="self-start" onClick={onCancel}>
          {t('account.cancel')}
        </Button>
      )}
    </div>
  );
}

/** What the account has to prove by besides the mailbox; where that cannot be learnt the mailbox does. */
function useFactors() {
  const client = useApolloClient();
  const [wanted, setWanted] = useState<SecondFactorPartsFragment | 'unknown' | null>('unknown');
  useEffect(() => {
    let left = false;
    client.mutate({ mutation: StartProofDocument, fetchPolicy: 'no-cache' }).then(
      ({ data }) => left || setWanted(data?.startProof.secondFactor ?? null),
      () => left || setWanted(null),
    );
    return () => {
      left = true;
    };
  }, [client]);
  return [wanted, setWanted] as const;
}

interface ByMailProps {
  readonly email: string | null;
  readonly onProven: () => void;
  readonly onSecondFactor: (wanted: SecondFactorPartsFragment) => void;
}

function ByMail({ email, onProven, onSecondFactor }: ByMailProps) {
  const t = useText();
  const attempt = useAttempt([]);
  const requestCode = useRequestCode();
  const [challenge, setChallenge] = useState<Challenge | null>(null);
  const request = () => requestCode(email ?? '', setChallenge);
  return (
    <>
      {attempt.problem !== null && <Notice>{attempt.problem}</Notice>}
      {challenge ? (
        <EnterCode
          challenge={challenge}
          action={t('account.goOn')}
          onResend={request}
          onSignedIn={onProven}
          onSecondFactor={onSecondFactor}
        />
      ) : (
        <Button busy={attempt.busy} unavailable={email === null} onClick={() => void attempt.run(request)}>
          {t('prove.request')}
        </Button>
      )}
    </>
  );
}
