import { useEffect, useRef } from 'react';
import { Button } from '../../../components/button.tsx';
import { Notice } from '../../../components/notice.tsx';
import { useText } from '../../../platform/i18n/text.tsx';
import type { Attempt } from '../use-attempt.ts';

interface ConfirmRemovalProps {
  readonly question: string;
  readonly attempt: Attempt;
  readonly onRemove: () => void;
  readonly onCancel: () => void;
}

/** Asks before a guard is removed: it cannot be brought back, only set up anew. */
export function ConfirmRemoval({ question, attempt, onRemove, onCancel }: ConfirmRemovalProps) {
  const t = useText();
  const lead = useRef<HTMLParagraphElement>(null);
  // What was pressed is gone; whoever pressed it goes on here.
  useEffect(() => lead.current?.focus(), []);
  return (
    <div className="flex max-w-prose flex-col items-start gap-4">
      <p ref={lead} tabIndex={-1} className="text-small text-ink-soft outline-none">
        {question}
      </p>
      {attempt.problem !== null && <Notice>{attempt.problem}</Notice>}
      <div className="flex flex-wrap items-center gap-x-6 gap-y-4">
        <Button tone="grave" size="small" busy={attempt.busy} onClick={onRemove}>
          {t('security.removeNow')}
        </Button>
        <Button tone="plain" onClick={onCancel}>
          {t('account.cancel')}
        </Button>
      </div>
    </div>
  );
}
