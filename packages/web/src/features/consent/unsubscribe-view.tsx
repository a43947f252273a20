import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Notice } from '../../components/notice.tsx';
import { QuietPage } from '../../components/quiet-page.tsx';
import { UnsubscribeDocument } from '../../generated/graphql.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { LocalLink } from '../../platform/page/local-link.tsx';
import { useAttempt } from '../accounts/use-attempt.ts';

/** One button; until it is pressed nothing happens. @param token null without one, undefined until that is known. */
export function UnsubscribeView({ token }: { token: string | null | undefined }) {
  const t = useText();
  const client = useApolloClient();
  const attempt = useAttempt([]);
  const [done, setDone] = useState(false);
  const page = useRef<HTMLDivElement>(null);
  // The button is gone; whoever pressed it goes on with what it did.
  useEffect(() => {
    if (done) page.current?.focus();
  }, [done]);

  async function stop(known: string) {
    const stopped = await attempt.run(async () => {
      await client.mutate({ mutation: UnsubscribeDocument, variables: { token: known }, fetchPolicy: 'no-cache' });
      return [];
    });
    setDone(stopped);
  }

  const account = (
    <LocalLink to="/account/privacy" className="inline-link touch-target inline-block text-small">
      {t('unsubscribe.account')}
    </LocalLink>
  );
  if (done) {
    return (
      <div ref={page} role="status" tabIndex={-1} className="outline-none">
        <QuietPage title={t('unsubscribe.doneTitle')} lead={t('unsubscribe.done')}>
          {account}
        </QuietPage>
      </div>
    );
  }
  return (
    <QuietPage title={t('unsubscribe.title')} lead={t(token === null ? 'unsubscribe.howTo' : 'unsubscribe.lead')}>
      {/* Also where there is no link, so that nothing moves when that is known. */}
      <Button busy={attempt.busy} unavailable={!token} onClick={() => token && void stop(token)}>
        {t('unsubscribe.button')}
      </Button>
      {attempt.problem !== null && <Notice>{attempt.problem}</Notice>}
      {account}
    </QuietPage>
  );
}
