import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import {
  type ConsentPartsFragment,
  ObjectToMarketingDocument,
  OwnConsentsDocument,
  SetConsentDocument,
} from '../../generated/graphql.ts';
import { useLocale } from '../../platform/locale/locale-context.tsx';
import type { Refusal } from '../accounts/use-attempt.ts';

/** Something that one can agree to. */
export type Consent = ConsentPartsFragment;

/** What became of asking. */
export type ConsentsAnswer =
  | { readonly kind: 'loading' }
  | { readonly kind: 'connection' }
  /** `signal`: whether the browser asks not to be followed, as the shop has heard it. `dropped`: what was revealed had its time (D7). */
  | {
      readonly kind: 'consents';
      readonly consents: readonly Consent[];
      readonly signal: boolean;
      readonly dropped: boolean;
    };

interface ConsentsState {
  readonly answer: ConsentsAnswer;
  readonly again: () => void;
  /** Gives or withdraws; answers what the server had against it. */
  readonly set: (consent: Consent, given: boolean) => Promise<readonly Refusal[]>;
  /** Stops all marketing. */
  readonly object: () => Promise<readonly Refusal[]>;
}

/** Asks for the customer's consents, past every cache, and changes them. `onOver` hears that nobody is signed in any more. */
export function useConsents(onOver: () => void): ConsentsState {
  const client = useApolloClient();
  const { language } = useLocale().api;
  const [answer, setAnswer] = useState<ConsentsAnswer>({ kind: 'loading' });
  const round = useRef(0);
  const over = useRef(onOver);
  useEffect(() => {
    over.current = onOver;
  });

  const take = useCallback((consents: readonly Consent[]) => {
    round.current += 1;
    setAnswer((now) => ({ kind: 'consents', consents, signal: now.kind === 'consents' && now.signal, dropped: false }));
  }, []);

  const again = useCallback(() => {
    round.current += 1;
    const asked = round.current;
    client.query({ query: OwnConsentsDocument, variables: { language }, fetchPolicy: 'no-cache' }).then(
      ({ data }) => {
        if (round.current !== asked || !data) return;
        if (!data.me) return over.current();
        setAnswer({ kind: 'consents', consents: data.me.consents, signal: data.privacySignals.sent, dropped: false });
      },
      () => round.current === asked && setAnswer({ kind: 'connection' }),
    );
  }, [client, language]);

  useEffect(() => {
    again();
    return () => {
      round.current += 1;
    };
  }, [again]);

  useEffect(() => {
    const until = answer.kind === 'consents' ? firstEnd(answer.consents) : null;
    if (until === null) return;
    const drop = () =>
      setAnswer((now) => (now.kind === 'consents' ? { ...now, consents: hidden(now.consents), dropped: true } : now));
    const timer = setTimeout(drop, Math.max(0, until - Date.now()));
    return () => clearTimeout(timer);
  }, [answer]);

  return {
    answer,
    again,
    set: async ({ purpose, text }, given) => {
      const variables = { purpose, given, language, textVersion: text.version };
      const { data } = await client.mutate({ mutation: SetConsentDocument, variables, fetchPolicy: 'no-cache' });
      if (data) take(data.setConsent.consents);
      return data?.setConsent.userErrors ?? [];
    },
    object: async () => {
      const variables = { language };
      const { data } = await client.mutate({ mutation: ObjectToMarketingDocument, variables, fetchPolicy: 'no-cache' });
      if (data) take(data.objectToMarketing.consents);
      return data?.objectToMarketing.userErrors ?? [];
    },
  };
}

/** The moment (ms) at which the first revealed value is to go. */
function firstEnd(consents: readonly Consent[]): number | null {
  const ends = consents.flatMap(({ records }) =>
    (records ?? []).flatMap(({ until }) => (until == null ? [] : [Date.parse(until)])),
  );
  return ends.length > 0 ? Math.min(...ends) : null;
}

function hidden(consents: readonly Consent[]): Consent[] {
  return consents.map((consent) => ({
    ...consent,
    records: (consent.records ?? []).map((record) => ({
      ...record,
      access: record.access === 'REVEALED' ? 'MASKED' : record.access,
      given: null,
      text: null,
      ended: null,
      until: null,
    })),
  }));
}
