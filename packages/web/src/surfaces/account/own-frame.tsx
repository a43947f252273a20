import type { ReactNode } from 'react';
import { LostConnection } from '../../components/lost-connection.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { SignInView } from '../../features/accounts/sign-in-view.tsx';
import type { Own } from '../../features/accounts/use-own.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { PageHead } from '../../platform/page/page-head.tsx';
import { AccountNav } from './account-nav.tsx';
import { DoorFrame } from './door-frame.tsx';

interface OwnFrameProps<Data> {
  readonly title: string;
  readonly own: Own<Data>;
  /** What is said where there is no such thing among what is theirs. */
  readonly unknown?: ReactNode;
  readonly children: (data: Data, dropped: boolean) => ReactNode;
}

/** A page of the account: the frame is the same for everybody, and whose the rest is the browser asks (D19). */
export function OwnFrame<Data>({ title, own, unknown, children }: OwnFrameProps<Data>) {
  const t = useText();
  const { answer, again } = own;
  if (answer.kind === 'visitor') {
    return (
      <DoorFrame title={t('account.signIn')} lead={t('account.signInLead')}>
        <SignInView onSignedIn={again} />
      </DoorFrame>
    );
  }
  return (
    <div className="shell min-h-dvh pt-14 lg:pt-24">
      <PageHead title={title} description={t('account.description')} unlisted />
      <h1 className="display-2 mb-6">{title}</h1>
      <AccountNav />
      {answer.kind === 'loading' && <Skeleton className="h-96" />}
      {answer.kind === 'connection' && <LostConnection onRetry={again} />}
      {answer.kind === 'unknown' && <div role="status">{unknown}</div>}
      {answer.kind === 'own' && children(answer.data, answer.dropped)}
    </div>
  );
}
