import { useApolloClient } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { ErasureReceiptDocument, type ErasureReceiptQuery } from '../../generated/graphql.ts';
import { hasCode } from '../../platform/error-code.ts';
import { useLocale } from '../../platform/locale/locale-context.tsx';

/** The receipt of an erasure. */
export type Receipt = ErasureReceiptQuery['erasureReceipt'];

/** What became of asking for it. */
export type ReceiptAnswer =
  | { readonly kind: 'loading' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'connection' }
  | { readonly kind: 'receipt'; readonly receipt: Receipt };

/** Milliseconds between two looks while it fills in; longer once only the re-scan is missing. */
const [SHORT_PAUSE, LONG_PAUSE] = [2_000, 15_000];

/** How often it is looked; after that the reader comes back. */
const LOOKS = 120;

/** The receipt that a token leads to; until it is complete it is looked at again and again. It is kept in no cache. */
export function useReceipt(token: string): { answer: ReceiptAnswer; again: () => void } {
  const client = useApolloClient();
  const { language } = useLocale().api;
  const [answer, setAnswer] = useState<ReceiptAnswer>({ kind: 'loading' });
  const [round, setRound] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round asks again with the same token.
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let left = false;
    const look = async (times: number) => {
      const next = await client
        .query({ query: ErasureReceiptDocument, variables: { token, language }, fetchPolicy: 'no-cache' })
        .then(
          ({ data }): ReceiptAnswer =>
            data ? { kind: 'receipt', receipt: data.erasureReceipt } : { kind: 'connection' },
          (error: unknown): ReceiptAnswer => ({ kind: hasCode(error, 'NOT_FOUND') ? 'unknown' : 'connection' }),
        );
      if (left) return;
      setAnswer((before) => (next.kind === 'connection' && before.kind === 'receipt' ? before : next));
      const receipt = next.kind === 'receipt' ? next.receipt : null;
      if (receipt && (receipt.state === 'CANCELLED' || receipt.rescan !== null)) return;
      if (next.kind === 'unknown' || times >= LOOKS) return;
      timer = setTimeout(() => void look(times + 1), receipt?.state === 'EXECUTED' ? LONG_PAUSE : SHORT_PAUSE);
    };
    void look(1);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [client, token, language, round]);

  return { answer, again: () => setRound((before) => before + 1) };
}
