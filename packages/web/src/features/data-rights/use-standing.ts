import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { RightsStandingDocument, type StandingPartsFragment } from '../../generated/graphql.ts';
import { hasCode } from '../../platform/error-code.ts';
import { useLocale } from '../../platform/locale/locale-context.tsx';
import type { RightsHolder } from './rights-holder.ts';

/** How a person stands with their rights. */
export type Standing = StandingPartsFragment;

/** What became of asking. */
export type StandingAnswer =
  | { readonly kind: 'loading' }
  | { readonly kind: 'connection' }
  | { readonly kind: 'standing'; readonly standing: Standing };

/** Whether a right was refused because nobody knows any more who asks: the session or the proof is over, or all of it is erased. */
export const isOver = (error: unknown) =>
  hasCode(error, 'UNAUTHENTICATED') || hasCode(error, 'FORBIDDEN') || hasCode(error, 'NOT_FOUND');

/** Asks how the person stands; the answer stays in this component and in no cache. */
export function useStanding(holder: RightsHolder): {
  answer: StandingAnswer;
  again: () => void;
  take: (standing: Standing) => void;
} {
  const client = useApolloClient();
  const { language } = useLocale().api;
  const [answer, setAnswer] = useState<StandingAnswer>({ kind: 'loading' });
  const round = useRef(0);
  const latest = useRef(holder);
  latest.current = holder;
  const { token } = holder;

  const take = useCallback((standing: Standing) => {
    round.current += 1;
    setAnswer({ kind: 'standing', standing });
  }, []);

  const again = useCallback(() => {
    round.current += 1;
    const asked = round.current;
    const variables = { token, language };
    client
      .query({ query: RightsStandingDocument, variables, fetchPolicy: 'no-cache', context: latest.current.context })
      .then(
        ({ data }) => {
          if (round.current === asked && data) setAnswer({ kind: 'standing', standing: data.rightsStanding });
        },
        (error: unknown) => {
          if (round.current !== asked) return;
          if (isOver(error)) latest.current.askAgain();
          else setAnswer({ kind: 'connection' });
        },
      );
  }, [client, token, language]);

  useEffect(() => {
    again();
    return () => {
      round.current += 1;
    };
  }, [again]);

  return { answer, again, take };
}
