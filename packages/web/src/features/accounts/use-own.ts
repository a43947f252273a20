import { useCallback, useEffect, useRef, useState } from 'react';
import { hasCode } from '../../platform/error-code.ts';
import { firstEnd, hideRevealed } from './hide-revealed.ts';
import { followSignIn } from './signed-in-hint.ts';

/** What became of asking for something of the customer's own. */
export type OwnAnswer<Data> =
  | { readonly kind: 'loading' }
  | { readonly kind: 'visitor' }
  | { readonly kind: 'connection' }
  /** There is no such thing among what is theirs. */
  | { readonly kind: 'unknown' }
  /** `dropped`: what was revealed has been on the screen for its time and is gone from it (D7). */
  | { readonly kind: 'own'; readonly data: Data; readonly dropped: boolean };

/** Something of the customer's own on a page. */
export interface Own<Data> {
  readonly answer: OwnAnswer<Data>;
  /** Asks anew; what is on the screen stays until the answer is there. */
  readonly again: () => void;
  /** Takes what a mutation has answered. */
  readonly take: (data: Data) => void;
}

/**
 * Asks for something of the customer's own, which `ask` answers null for visitors; and anew when another tab signs in or out. The answer
 * stays in this component and in no cache: it goes when the page is left, and what was revealed goes at the moment that the server has set.
 * `ask` must be stable.
 */
export function useOwn<Data>(ask: () => Promise<Data | null>): Own<Data> {
  const [answer, setAnswer] = useState<OwnAnswer<Data>>({ kind: 'loading' });
  const round = useRef(0);

  const take = useCallback((data: Data) => {
    round.current += 1;
    setAnswer({ kind: 'own', data, dropped: false });
  }, []);

  const again = useCallback(() => {
    round.current += 1;
    const asked = round.current;
    ask().then(
      (data) =>
        round.current === asked &&
        setAnswer(data === null ? { kind: 'visitor' } : { kind: 'own', data, dropped: false }),
      (error: unknown) =>
        round.current === asked && setAnswer({ kind: hasCode(error, 'NOT_FOUND') ? 'unknown' : 'connection' }),
    );
  }, [ask]);

  useEffect(() => {
    setAnswer({ kind: 'loading' });
    again();
    const stop = followSignIn(() => {
      // It may be somebody else by now: nothing of the one before is left on the screen meanwhile.
      setAnswer({ kind: 'loading' });
      again();
    });
    return () => {
      stop();
      round.current += 1;
    };
  }, [again]);

  useEffect(() => {
    const until = answer.kind === 'own' ? firstEnd(answer.data) : null;
    if (until === null) return;
    const drop = () =>
      setAnswer((now) => (now.kind === 'own' ? { ...now, data: hideRevealed(now.data), dropped: true } : now));
    const timer = setTimeout(drop, Math.max(0, until - Date.now()));
    return () => clearTimeout(timer);
  }, [answer]);

  return { answer, again, take };
}
