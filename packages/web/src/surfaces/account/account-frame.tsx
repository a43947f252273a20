import type { ReactNode } from 'react';
import { LostConnection } from '../../components/lost-connection.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { DoneNotice } from '../../features/accounts/done-notice.tsx';
import { SignInView } from '../../features/accounts/sign-in-view.tsx';
import type { Customer, CustomerAnswer } from '../../features/accounts/use-customer.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { PageHead } from '../../platform/page/page-head.tsx';
import { AccountNav } from './account-nav.tsx';
import { DoorFrame } from './door-frame.tsx';

interface AccountFrameProps {
  readonly title: string;
  readonly description: string;
  /** Under the title. */
  readonly lead?: string;
  /** Why to sign in, where that is not to see the account. */
  readonly signInLead?: string;
  readonly answer: CustomerAnswer;
  /** Asks anew who is signed in. */
  readonly onAskAgain: () => void;
  readonly children: (customer: Customer, dropped: boolean) => ReactNode;
}

/**
 * A page of the account that shows the customer. The frame is the same for everybody, as tall as a window so that the footer stays where it is;
 * whose it is the browser asks (D19).
 */
export function AccountFrame(props: AccountFrameProps) {
  const { title, description, lead, signInLead, answer, onAskAgain, children } = props;
  const t = useText();
  if (answer.kind === 'visitor') {
    return (
      <DoorFrame title={t('account.signIn')} lead={signInLead ?? t('account.signInLead')}>
        {answer.left && <DoneNotice said={t('account.signedOut')} />}
        <SignInView onSignedIn={onAskAgain} />
      </DoorFrame>
    );
  }
  return (
    <div className="shell min-h-dvh pt-14 lg:pt-24">
      <PageHead title={title} description={description} unlisted />
      <h1 className="display-2 mb-6">{title}</h1>
      {lead !== undefined && <p className="mb-8 max-w-[46rem] text-lead text-ink-soft">{lead}</p>}
      <AccountNav flush={answer.kind === 'customer'} />
      {answer.kind === 'loading' && <Skeleton className="h-96" />}
      {answer.kind === 'connection' && <LostConnection onRetry={onAskAgain} />}
      {answer.kind === 'customer' && children(answer.customer, answer.dropped)}
    </div>
  );
}
