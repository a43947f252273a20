import { useApolloClient } from '@apollo/client/react';
import { useCallback, useRef } from 'react';
import { Button } from '../../components/button.tsx';
import { LostConnection } from '../../components/lost-connection.tsx';
import { Notice } from '../../components/notice.tsx';
import { Skeleton } from '../../components/skeleton.tsx';
import { AccessHistoryDocument, type AccessHistoryQuery } from '../../generated/graphql.ts';
import { formatList, formatMoment } from '../../platform/i18n/format.ts';
import { useText } from '../../platform/i18n/text.tsx';
import { useLocale } from '../../platform/locale/locale-context.tsx';
import { AccountSection } from '../accounts/account-section.tsx';
import type { RightsHolder, RightsSectionProps } from './rights-holder.ts';
import { useAsHolder } from './use-as-holder.ts';
import { useKeptFocus } from './use-kept-focus.ts';
import { usePages } from './use-pages.ts';

type Entry = AccessHistoryQuery['accessHistory']['nodes'][number];

/** Entries of a page. */
const FIRST = 8;

/** Who looked at what is known about somebody: the entries of the access log (P4.3, P6.1). */
export function AccessHistorySection({ holder }: RightsSectionProps) {
  const t = useText();
  const { answer, busy, acted, more, again } = useHistory(holder);
  const list = useRef<HTMLUListElement>(null);
  useKeptFocus(list, acted, answer);
  return (
    <AccountSection title={t('history.title')} lead={t('history.lead')}>
      {answer.kind === 'loading' && <Skeleton className="h-64 w-full" />}
      {answer.kind === 'connection' && <LostConnection part busy={busy} onRetry={again} />}
      {answer.kind === 'nodes' && (
        <>
          <ul ref={list} tabIndex={-1} className="w-full border-t border-hairline text-small outline-none">
            {answer.nodes.map((entry) => (
              <EntryRow key={entry.id} entry={entry} />
            ))}
          </ul>
          {answer.lost && <Notice>{t('error.connection')}</Notice>}
          {answer.end !== null && (
            <Button tone="outline" size="small" busy={busy} onClick={more}>
              {t('history.more')}
            </Button>
          )}
        </>
      )}
    </AccountSection>
  );
}

function useHistory(holder: RightsHolder) {
  const client = useApolloClient();
  const { language } = useLocale().api;
  const asHolder = useAsHolder(holder);
  const ask = useCallback(
    async (after: string | null) => {
      const { data } = await client.query({
        query: AccessHistoryDocument,
        variables: { token: asHolder.token, language, first: FIRST, after },
        fetchPolicy: 'no-cache',
        context: asHolder.context,
      });
      if (!data) throw new Error('There was no answer.');
      return data.accessHistory;
    },
    [client, asHolder, language],
  );
  return usePages<Entry>(ask, holder);
}

function EntryRow({ entry }: { entry: Entry }) {
  const { language, market } = useLocale();
  const { at, viewerDescription, reasonDescription, purposeDescription, categories } = entry;
  return (
    <li className="grid gap-x-6 gap-y-1 border-b border-hairline py-3.5 sm:grid-cols-[10rem_1fr]">
      <time dateTime={at} className="text-ink-faint">
        {formatMoment(at, language, market)}
      </time>
      <div>
        <p>
          {viewerDescription}
          {categories.length > 0 && <span className="text-ink-soft"> · {formatList(categories, language)}</span>}
        </p>
        <p className="text-fine text-ink-faint">
          {reasonDescription} {purposeDescription}
        </p>
      </div>
    </li>
  );
}
