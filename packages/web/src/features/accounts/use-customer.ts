import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type CustomerPartsFragment, MeDocument, type PersonalTextPartsFragment } from '../../generated/graphql.ts';
import { followSignIn, hintSignedIn, hintSignedOut, isSignedInHinted } from './signed-in-hint.ts';

/** Who is signed in, as the shop knows them. */
export type Customer = CustomerPartsFragment;

/** What became of asking who is signed in. */
export type CustomerAnswer =
  | { readonly kind: 'loading' }
  /** `left`: somebody was signed in when the page was opened. */
  | { readonly kind: 'visitor'; readonly left: boolean }
  | { readonly kind: 'connection' }
  /** `dropped`: what was revealed has been on the screen for its time and is gone from it (D7). */
  | { readonly kind: 'customer'; readonly customer: Customer; readonly dropped: boolean };

interface CustomerState {
  readonly answer: CustomerAnswer;
  readonly again: () => void;
  /** Takes the customer as a mutation has answered them. */
  readonly take: (customer: Customer) => void;
  /** Drops everything: they have signed out. */
  readonly leave: () => void;
}

/**
 * Asks who is signed in, and anew when another tab signs in or out. The answer stays in this component and in no cache: it
 * goes when the page is left, and what was revealed goes at the moment that the server has set.
 */
export function useCustomer(): CustomerState {
  const client = useApolloClient();
  const [answer, setAnswer] = useState<CustomerAnswer>({ kind: 'loading' });
  const round = useRef(0);
  const known = useRef(false);

  const take = useCallback((customer: Customer) => {
    round.current += 1;
    setAnswer({ kind: 'customer', customer, dropped: false });
  }, []);

  const leave = useCallback(() => {
    round.current += 1;
    setAnswer({ kind: 'visitor', left: true });
  }, []);

  const again = useCallback(() => {
    round.current += 1;
    const asked = round.current;
    client.query({ query: MeDocument, fetchPolicy: 'no-cache' }).then(
      ({ data }) => {
        if (round.current !== asked || !data) return;
        noteHint(data.me !== null);
        setAnswer(
          data.me ? { kind: 'customer', customer: data.me, dropped: false } : { kind: 'visitor', left: known.current },
        );
        known.current ||= data.me !== null;
      },
      () => round.current === asked && setAnswer({ kind: 'connection' }),
    );
  }, [client]);

  useEffect(() => {
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
    const until = answer.kind === 'customer' ? firstEnd(answer.customer) : null;
    if (until === null) return;
    const drop = () =>
      setAnswer((now) =>
        now.kind === 'customer' ? { ...now, customer: withoutTexts(now.customer), dropped: true } : now,
      );
    const timer = setTimeout(drop, Math.max(0, until - Date.now()));
    return () => clearTimeout(timer);
  }, [answer]);

  return { answer, again, take, leave };
}

function noteHint(signedIn: boolean): void {
  if (signedIn === isSignedInHinted()) return;
  if (signedIn) hintSignedIn();
  else hintSignedOut();
}

const textsOf = ({ email, name, sessions }: Customer) => [email, name, ...sessions.map(({ device }) => device)];

/** The moment (ms) at which the first revealed value is to go. */
function firstEnd(customer: Customer): number | null {
  const ends = textsOf(customer).flatMap((text) => (text?.until == null ? [] : [Date.parse(text.until)]));
  return ends.length > 0 ? Math.min(...ends) : null;
}

function withoutTexts(customer: Customer): Customer {
  return {
    ...customer,
    email: hidden(customer.email),
    name: hidden(customer.name),
    sessions: customer.sessions.map((session) => ({ ...session, device: hidden(session.device) })),
  };
}

function hidden(text: PersonalTextPartsFragment | null): PersonalTextPartsFragment | null {
  return text?.access === 'REVEALED' ? { ...text, access: 'MASKED', text: null, until: null } : text;
}
