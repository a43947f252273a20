import { useEffect, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { formatList, formatMoment } from '../../platform/i18n/format.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { useLocale } from '../../platform/locale/locale-context.tsx';
import type { RightsHolder } from './rights-holder.ts';
import { useCancelErasure } from './use-cancel-erasure.ts';
import type { Standing } from './use-standing.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

interface ErasureCountdownProps {
  readonly holder: RightsHolder;
  readonly erasure: NonNullable<Standing['erasure']>;
  readonly onCancelled: (standing: Standing) => void;
  /** Its time has come: how it stands is to be asked anew. */
  readonly onChange: () => void;
}

/** An erasure that is scheduled: how long until it begins, what it waits for, and the way to cancel it. */
export function ErasureCountdown({ holder, erasure, onCancelled, onChange }: ErasureCountdownProps) {
  const t = useText();
  const { language, market } = useLocale();
  const { attempt, cancel } = useCancelErasure(holder, onCancelled);
  const begins = Date.parse(erasure.dueAt);
  const now = useNow(begins, onChange);
  const rest = Math.max(0, begins - now);
  const whole = Math.max(begins - Date.parse(erasure.requestedAt), 1);
  if (erasure.state !== 'SCHEDULED') {
    return (
      <p role="status" className="text-small">
        {t('erase.executing')}
      </p>
    );
  }
  return (
    <div className="flex w-full flex-col items-start gap-5">
      <div className="w-full max-w-[34rem] rounded-soft bg-clay-wash px-5 py-5">
        <p role="timer" className="display-4 text-clay">
          {rest > 0 ? remaining(rest, t) : t('erase.due')}
        </p>
        <p className="mt-1 text-small text-ink-soft">
          {t('erase.begins', { moment: formatMoment(erasure.dueAt, language, market) })}
        </p>
        <div aria-hidden="true" className="mt-4 h-1 overflow-hidden rounded-full bg-raised">
          <div className="h-full bg-clay" style={{ width: `${Math.round((1 - rest / whole) * 100)}%` }} />
        </div>
      </div>
      {erasure.waitsFor.length > 0 && (
        <p className="max-w-prose text-small text-ink-soft">
          {t('erase.waits', { numbers: formatList(erasure.waitsFor, language) })}
        </p>
      )}
      <p className="max-w-prose text-small text-ink-soft">{t('erase.meanwhile')}</p>
      {attempt.problem !== null && <Notice>{attempt.problem}</Notice>}
      <Button busy={attempt.busy} onClick={() => void cancel(null)}>
        {t('erase.cancel')}
      </Button>
    </div>
  );
}

/** Days and hours, or hours and minutes, as a reader would say it. */
function remaining(rest: number, t: ReturnType<typeof useText>): string {
  const [days, hours, minutes] = [
    Math.floor(rest / DAY),
    Math.floor((rest % DAY) / HOUR),
    Math.ceil((rest % HOUR) / MINUTE),
  ];
  return days > 0 ? t('erase.leftDays', { days, hours }) : t('erase.leftHours', { hours, minutes });
}

/** The present, told each minute until a moment has come. */
function useNow(until: number, onDue: () => void): number {
  const [now, setNow] = useState(() => Date.now());
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever is told must not start it anew.
  useEffect(() => {
    if (until <= Date.now()) return;
    const timer = setInterval(
      () => {
        setNow(Date.now());
        if (until > Date.now()) return;
        clearInterval(timer);
        onDue();
      },
      Math.min(MINUTE, Math.max(1_000, until - Date.now())),
    );
    return () => clearInterval(timer);
  }, [until]);
  return now;
}
