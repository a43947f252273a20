import { type RefObject, useEffect, useRef, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { formatMoment } from '../../platform/i18n/format.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { useLocale } from '../../platform/locale/locale-context.tsx';
import { AccountSection } from '../accounts/account-section.tsx';
import { ProveAgain } from '../accounts/prove-again.tsx';
import { useAttempt } from '../accounts/use-attempt.ts';
import type { RightsSectionProps } from './rights-holder.ts';
import { type Download, useDownload } from './use-download.ts';
import { useKeptFocus } from './use-kept-focus.ts';

/** A copy of all that the shop holds: asked for, put together while one watches, and fetched once. */
export function DownloadSection({ holder }: RightsSectionProps) {
  const t = useText();
  const { download, request, fetchFile } = useDownload(holder);
  const attempt = useAttempt([], holder.askAgain);
  /** What waits for a fresh proof. */
  const [waiting, setWaiting] = useState<Act | null>(null);
  const [last, setLast] = useState<Act | null>(null);

  async function act(what: Act) {
    const proof = { needed: false };
    setLast(null);
    const answered = await attempt.run(async () => {
      const refusals = await (what === 'request' ? request() : fetchFile());
      proof.needed = refusals.some(({ code }) => code === 'NOT_FRESH');
      setWaiting(proof.needed ? what : null);
      // Nothing to complain of: the form for the proof says what is needed.
      return proof.needed ? [] : refusals;
    });
    if (proof.needed && holder.email === null) holder.askAgain();
    if (answered && !proof.needed) setLast(what);
  }

  return (
    <AccountSection title={t('download.title')} lead={t('download.lead')}>
      {attempt.problem !== null && <Notice>{attempt.problem}</Notice>}
      {waiting !== null ? (
        <ProveAgain email={holder.email} onProven={() => void act(waiting)} onCancel={() => setWaiting(null)} />
      ) : (
        <Steps
          download={download}
          last={last}
          busy={attempt.busy}
          onRequest={() => void act('request')}
          onFetch={() => void act('fetch')}
        />
      )}
    </AccountSection>
  );
}

type Act = 'request' | 'fetch';

interface StepsProps {
  /** Undefined until it is known. */
  readonly download: Download | null | undefined;
  /** What was done last, here. */
  readonly last: Act | null;
  readonly busy: boolean;
  readonly onRequest: () => void;
  readonly onFetch: () => void;
}

/** Where the copy stands, and what comes next. */
function Steps({ download, last, busy, onRequest, onFetch }: StepsProps) {
  const t = useText();
  const { language, market } = useLocale();
  const state = download?.state;
  const until = download?.availableUntil;
  const said = useRef<HTMLDivElement>(null);
  useKeptFocus(said, last !== null, state);
  useGoOn(said, state);
  return (
    <div className="flex w-full flex-col items-start gap-5">
      <div ref={said} role="status" tabIndex={-1} className="w-full text-small text-ink-soft outline-none empty:hidden">
        {download?.state === 'BUILDING' && <Progress percent={download.percent} />}
        {state === 'READY' && until != null && (
          <p>{t('download.ready', { moment: formatMoment(until, language, market) })}</p>
        )}
        {state === 'FETCHED' && <p>{t(last === 'fetch' ? 'download.saved' : 'download.fetched')}</p>}
        {state === 'FAILED' && <p>{t('download.failed')}</p>}
      </div>
      {state === 'READY' && (
        <Button busy={busy} onClick={onFetch}>
          {t('download.fetch')}
        </Button>
      )}
      {state !== 'BUILDING' && (
        <Button
          tone={state === 'READY' ? 'plain' : 'outline'}
          busy={busy && state !== 'READY'}
          unavailable={download === undefined}
          onClick={onRequest}
        >
          {t(download ? 'download.again' : 'download.request')}
        </Button>
      )}
    </div>
  );
}

/** Whoever waits at the sentence about a copy that is being made goes on at the button that fetches it. */
function useGoOn(said: RefObject<HTMLElement | null>, state: Download['state'] | undefined): void {
  useEffect(() => {
    if (state !== 'READY' || document.activeElement !== said.current) return;
    const next = said.current?.nextElementSibling;
    if (next instanceof HTMLElement) next.focus();
  }, [said, state]);
}

function Progress({ percent }: { percent: number }) {
  const t = useText();
  return (
    <div className="flex max-w-[28rem] flex-col gap-2">
      <p>{t('download.building', { percent })}</p>
      <div aria-hidden="true" className="h-1 overflow-hidden rounded-full bg-hairline">
        <div className="h-full bg-eucalyptus transition-[width]" style={{ width: `${percent}%` }} />
      </div>
    </div>
  );
}
