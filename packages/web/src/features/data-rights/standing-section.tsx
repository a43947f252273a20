import type { ReactNode } from 'react';
import { Button } from '../../components/button.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { useText } from '../../platform/i18n/text.tsx';
import { AccountSection } from '../accounts/account-section.tsx';
import type { StandingAnswer } from './use-standing.ts';

interface StandingSectionProps {
  readonly title: string;
  readonly lead: string;
  readonly answer: StandingAnswer;
  readonly onRetry: () => void;
  /** What there is once it is known how the person stands. */
  readonly children: ReactNode;
}

/** A section that waits for how the person stands. */
export function StandingSection({ title, lead, answer, onRetry, children }: StandingSectionProps) {
  const t = useText();
  return (
    <AccountSection title={title} lead={lead}>
      {answer.kind === 'loading' && <Skeleton className="h-32 w-full" />}
      {answer.kind === 'connection' && (
        <div role="status" className="flex flex-col items-start gap-4">
          <p className="text-small text-ink-soft">{t('error.connection')}</p>
          <Button tone="outline" onClick={onRetry}>
            {t('error.retry')}
          </Button>
        </div>
      )}
      {answer.kind === 'standing' && children}
    </AccountSection>
  );
}
