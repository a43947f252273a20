import { useApolloClient } from '@apollo/client/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import {
  type ChangedSecurityFragment,
  type PersonalTextPartsFragment,
  SecurityDocument,
  type SecurityPartsFragment,
} from '../../../generated/graphql.ts';
import type { Refusal } from '../use-attempt.ts';

/** How the account is guarded. */
export type Security = SecurityPartsFragment;

/** What a change to it was answered. */
export type Changed = Pick<ChangedSecurityFragment, 'security' | 'recoveryCodes'> & {
  readonly userErrors: readonly Refusal[];
};

/** Nothing was changed, and nothing said against it. */
export const UNCHANGED: Changed = { security: null, recoveryCodes: null, userErrors: [] };

interface SecurityState {
  /** Null while it is being asked for. */
  readonly security: Security | null;
  /** The way to the shop failed. */
  readonly failed: boolean;
  /** The names of passkeys were on the screen for their time, and are gone from it (D7). */
  readonly dropped: boolean;
  readonly again: () => void;
  readonly take: (security: Security) => void;
}

/** Asks how the account is guarded. The answer stays in this component, and names go from it at the moment that the server has set. */
export function useSecurity(): SecurityState {
  const client = useApolloClient();
  const [state, setState] = useState<{ security: Security | null; failed: boolean; dropped: boolean }>({
    security: null,
    failed: false,
    dropped: false,
  });
  const round = useRef(0);

  const take = useCallback((security: Security) => {
    round.current += 1;
    setState({ security, failed: false, dropped: false });
  }, []);

  const again = useCallback(() => {
    round.current += 1;
    const asked = round.current;
    client.query({ query: SecurityDocument, fetchPolicy: 'no-cache' }).then(
      ({ data }) => {
        if (round.current === asked && data?.accountSecurity) take(data.accountSecurity);
      },
      () => round.current === asked && setState((now) => ({ ...now, failed: true })),
    );
  }, [client, take]);

  useEffect(() => {
    again();
    return () => {
      round.current += 1;
    };
  }, [again]);

  const { security } = state;
  useEffect(() => {
    const ends = (security?.passkeys ?? []).flatMap(({ name }) =>
      name?.until == null ? [] : [Date.parse(name.until)],
    );
    if (ends.length === 0) return;
    const drop = () =>
      setState((now) => ({ ...now, security: now.security && withoutNames(now.security), dropped: true }));
    const timer = setTimeout(drop, Math.max(0, Math.min(...ends) - Date.now()));
    return () => clearTimeout(timer);
  }, [security]);

  return { ...state, again, take };
}

function withoutNames(security: Security): Security {
  return { ...security, passkeys: security.passkeys.map((passkey) => ({ ...passkey, name: hidden(passkey.name) })) };
}

function hidden(text: PersonalTextPartsFragment | null): PersonalTextPartsFragment | null {
  return text && { ...text, access: 'MASKED', text: null, until: null };
}
