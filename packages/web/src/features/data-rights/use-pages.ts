import { useCallback, useEffect, useRef, useState } from 'react';
import { hasCode } from '../../platform/error-code.ts';
import type { RightsHolder } from './rights-holder.ts';

/** A page of a list about oneself. */
export interface Page<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** What became of asking for a list: the pages so far, in this component alone, never in a cache. */
export type PagesAnswer<Node> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'connection' }
  | { readonly kind: 'nodes'; readonly nodes: readonly Node[]; readonly end: string | null; readonly lost: boolean };

/** Asks for one page. */
export type AskPage<Node> = (after: string | null) => Promise<Page<Node>>;

/**
 * A list about oneself, page by page. `ask` must be the same function as long as it is the same list. That the session or the proof is over
 * is told to the page.
 */
export function usePages<Node>(ask: AskPage<Node>, { askAgain }: Pick<RightsHolder, 'askAgain'>) {
  const [answer, setAnswer] = useState<PagesAnswer<Node>>({ kind: 'loading' });
  const [busy, setBusy] = useState(false);
  /** Whether more was asked for by a button, which may be gone when it has come. */
  const [acted, setActed] = useState(false);
  const round = useRef(0);
  const over = useRef(askAgain);
  useEffect(() => {
    over.current = askAgain;
  }, [askAgain]);

  const load = useCallback(
    async (known: readonly Node[], after: string | null) => {
      round.current += 1;
      const asked = round.current;
      setBusy(true);
      try {
        const { nodes, pageInfo } = await ask(after);
        if (round.current !== asked) return;
        const end = pageInfo.hasNextPage ? pageInfo.endCursor : null;
        setAnswer({ kind: 'nodes', nodes: [...known, ...nodes], end, lost: false });
      } catch (error) {
        if (round.current !== asked) return;
        if (hasCode(error, 'UNAUTHENTICATED') || hasCode(error, 'FORBIDDEN')) over.current();
        // A lost connection in between leaves on the page what was known.
        else setAnswer((before) => (before.kind === 'nodes' ? { ...before, lost: true } : { kind: 'connection' }));
      }
      setBusy(false);
    },
    [ask],
  );

  useEffect(() => {
    setAnswer({ kind: 'loading' });
    void load([], null);
    return () => {
      round.current += 1;
    };
  }, [load]);

  const again = () => {
    setActed(true);
    void load([], null);
  };
  const more = () => {
    setActed(true);
    if (answer.kind === 'nodes' && answer.end !== null) void load(answer.nodes, answer.end);
  };
  const change = useCallback((nodes: (before: readonly Node[]) => readonly Node[]) => {
    setAnswer((before) => (before.kind === 'nodes' ? { ...before, nodes: nodes(before.nodes) } : before));
  }, []);
  return { answer, busy, acted, more, again, change };
}
