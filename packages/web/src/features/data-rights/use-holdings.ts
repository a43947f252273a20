import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useState } from 'react';
import { HoldingsDocument } from '../../generated/graphql.ts';
import { useLocale } from '../../platform/locale/locale-context.tsx';
import { firstEnd, type HeldPart, withoutTexts } from './held-value.ts';
import type { RightsHolder } from './rights-holder.ts';
import { useAsHolder } from './use-as-holder.ts';
import { usePages } from './use-pages.ts';

/** Parts of a page: the account and a few orders. */
const FIRST = 5;

/** What the shop holds, part by part. What was revealed goes from the screen at the moment that the server has set (D7). */
export function useHoldings(holder: RightsHolder) {
  const client = useApolloClient();
  const { language } = useLocale().api;
  const asHolder = useAsHolder(holder);
  const ask = useCallback(
    async (after: string | null) => {
      const { data } = await client.query({
        query: HoldingsDocument,
        variables: { token: asHolder.token, language, first: FIRST, after },
        fetchPolicy: 'no-cache',
        context: asHolder.context,
      });
      if (!data) throw new Error('There was no answer.');
      return data.holdings;
    },
    [client, asHolder, language],
  );
  const { answer, busy, acted, more, again, change } = usePages<HeldPart>(ask, holder);
  const [dropped, setDropped] = useState(false);
  useEffect(() => {
    const until = answer.kind === 'nodes' ? firstEnd(answer.nodes) : null;
    if (until === null) return;
    setDropped(false);
    const drop = () => {
      change(withoutTexts);
      setDropped(true);
    };
    const timer = setTimeout(drop, Math.max(0, until - Date.now()));
    return () => clearTimeout(timer);
  }, [answer, change]);
  return { answer, busy, acted, more, again, dropped };
}
