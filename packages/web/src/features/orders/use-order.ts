import { useApolloClient } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { OrderDocument } from '../../generated/graphql.ts';
import { hasCode } from '../../platform/error-code.ts';
import { useLocale } from '../../platform/locale/locale-context.tsx';
import type { Order } from './order-view.tsx';

/** What became of asking for an order. `unknown` is the same for a wrong and for an expired token. */
export type OrderAnswer =
  | { readonly kind: 'loading' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'connection' }
  | { readonly kind: 'order'; readonly order: Order };

/** Milliseconds between two looks at an order that waits for its payment. */
const PAUSE = 2_000;

/** How often to look; after that the visitor decides. */
const LOOKS = 60;

/**
 * The order that a token gives the right to follow; while it waits for its payment it is looked at again and again. The
 * answer stays in this component, not in the cache: it goes when the page is left. A `proof` opens what is personal.
 */
export function useOrder(
  token: string | null,
  proof: string | null,
): {
  answer: OrderAnswer;
  again: () => void;
  /** Takes the order as a correction has answered it. */
  take: (order: Order) => void;
} {
  const client = useApolloClient();
  const { language } = useLocale().api;
  const [answer, setAnswer] = useState<OrderAnswer>({ kind: 'loading' });
  const [round, setRound] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks again with the same token.
  useEffect(() => {
    if (token === null) return setAnswer({ kind: 'unknown' });
    let timer: ReturnType<typeof setTimeout> | undefined;
    let left = false;
    const look = async (times: number) => {
      const next = await client
        .query({
          query: OrderDocument,
          variables: { token, language },
          fetchPolicy: 'no-cache',
          context: proof === null ? {} : { headers: { 'order-proof': proof } },
        })
        .then(
          ({ data }): OrderAnswer => (data?.order ? { kind: 'order', order: data.order } : { kind: 'unknown' }),
          (error: unknown): OrderAnswer => ({ kind: hasCode(error, 'NOT_FOUND') ? 'unknown' : 'connection' }),
        );
      if (left) return;
      // A lost connection in between leaves on the page what was known.
      setAnswer((before) => (next.kind === 'connection' && before.kind === 'order' ? before : next));
      const waiting = next.kind === 'connection' || (next.kind === 'order' && next.order.state === 'AWAITING_PAYMENT');
      if (waiting && times < LOOKS) timer = setTimeout(() => void look(times + 1), PAUSE);
    };
    void look(1);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [client, token, proof, language, round]);

  return {
    answer,
    again: () => setRound((before) => before + 1),
    take: (order) => setAnswer({ kind: 'order', order }),
  };
}
