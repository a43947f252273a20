import { useApolloClient } from '@apollo/client/react';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { RevokeOtherSessionsDocument, RevokeSessionDocument } from '../../generated/graphql.ts';
import { formatDay, formatMoment } from '../../platform/i18n/format.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { useLocale } from '../../platform/locale/locale-context.tsx';
import { AccountSection } from './account-section.tsx';
import { DoneNotice } from './done-notice.tsx';
import { useAttempt } from './use-attempt.ts';
import type { Customer } from './use-customer.ts';

type Session = Customer['sessions'][number];

interface SessionListProps {
  readonly sessions: readonly Session[];
  readonly onChange: (customer: Customer) => void;
  readonly onOver: () => void;
}

/** Where one is signed in, and how to end it: one session, or all but this one. */
export function SessionList({ sessions, onChange, onOver }: SessionListProps) {
  const t = useText();
  const client = useApolloClient();
  const attempt = useAttempt([], onOver);
  const [ending, setEnding] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const nameOf = ({ device }: Session) => device?.text ?? t('account.unnamed');

  async function end(session: Session | null) {
    setEnding(session?.id ?? 'others');
    setSaid('');
    const ended = await attempt.run(async () => {
      const { customer, userErrors } = session
        ? await client
            .mutate({ mutation: RevokeSessionDocument, variables: { id: session.id }, fetchPolicy: 'no-cache' })
            .then(({ data }) => data?.revokeSession ?? NOTHING)
        : await client
            .mutate({ mutation: RevokeOtherSessionsDocument, fetchPolicy: 'no-cache' })
            .then(({ data }) => data?.revokeOtherSessions ?? NOTHING);
      if (customer) onChange(customer);
      return userErrors;
    });
    setEnding(null);
    if (ended) setSaid(session ? t('account.ended', { name: nameOf(session) }) : t('account.endedOthers'));
  }

  return (
    <AccountSection title={t('account.sessions')} lead={t('account.sessionsLead')}>
      <ul className="w-full border-t border-hairline text-small">
        {sessions.map((session) => (
          <li
            key={session.id}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-b border-hairline py-3"
          >
            <div className="min-w-0">
              <p className="wrap-anywhere">
                {nameOf(session)}
                {session.isCurrent && <span className="text-eucalyptus"> · {t('account.thisDevice')}</span>}
              </p>
              <SessionTimes session={session} />
            </div>
            {!session.isCurrent && (
              <Button
                tone="outline"
                size="small"
                busy={attempt.busy && ending === session.id}
                onClick={() => void end(session)}
              >
                {t('account.signOut')}
                <span className="sr-only">{nameOf(session)}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
      {attempt.problem !== null && <Notice>{attempt.problem}</Notice>}
      <DoneNotice said={said} />
      {sessions.length > 1 && (
        <Button tone="outline" busy={attempt.busy && ending === 'others'} onClick={() => void end(null)}>
          {t('account.endOthers')}
        </Button>
      )}
    </AccountSection>
  );
}

const NOTHING = { customer: null, userErrors: [] } as const;

function SessionTimes({ session }: { session: Session }) {
  const t = useText();
  const { language, market } = useLocale();
  return (
    <p className="text-fine text-ink-faint">
      {t('account.since', {
        day: formatDay(session.createdAt, language, market),
        moment: formatMoment(session.lastUsedAt, language, market),
      })}
    </p>
  );
}
