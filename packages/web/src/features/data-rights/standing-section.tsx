import type { ReactNode } from 'react';
import { LostConnection } from '../../components/lost-connection.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
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
  return (
    <AccountSection title={title} lead={lead}>
      {answer.kind === 'loading' && <Skeleton className="h-32 w-full" />}
      {answer.kind === 'connection' && <LostConnection part onRetry={onRetry} />}
      {answer.kind === 'standing' && children}
    </AccountSection>
  );
}
