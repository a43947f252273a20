import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import {
  type PasskeyAssertionInput,
  SignInByPasskeyDocument,
  StartPasskeySignInDocument,
} from '../../../generated/graphql.ts';
import { useText } from '../../../platform/i18n/text.tsx';
import { useLocale } from '../../../platform/locale/locale-context.tsx';
import { useDeviceName } from '../device-line.tsx';
import type { Refusal } from '../use-attempt.ts';
import { canFillInPasskeys, showPasskey, stopWaitingForPasskeys, useCanUsePasskeys } from './browser-passkeys.ts';

/** A challenge is good for five minutes; a page may stand open for longer. */
const RENEW_MS = 4 * 60_000;

/** Signs in by passkey; answers what was against it. @param secondFactor the token of a second factor that is to be shown. */
export function usePasskeySignIn(): (secondFactor?: string) => Promise<readonly Refusal[]> {
  const t = useText();
  const { start, answer } = usePasskeyMutations();
  return async (secondFactor) => {
    const { request, refusals } = await start(secondFactor ?? null);
    if (!request) return refusals;
    const assertion = await showPasskey(request);
    if (!assertion) return [{ code: 'NOT_SHOWN', message: t('passkey.notShown'), path: null }];
    return answer(assertion);
  };
}

/**
 * Has the browser offer passkeys in the address field, for as long as the form is there and nothing else is under way. Whoever picks none
 * hears nothing of it.
 */
export function usePasskeyAutofill(
  waiting: boolean,
  onPicked: (answer: () => Promise<readonly Refusal[]>) => void,
): void {
  const can = useCanUsePasskeys();
  const { start, answer } = usePasskeyMutations();
  // The effect is to run anew when the waiting begins or ends, and not with each letter that is typed.
  const latest = useRef({ start, answer, onPicked });
  latest.current = { start, answer, onPicked };
  useEffect(() => {
    if (!can || !waiting) return;
    let over = false;
    const wait = async () => {
      if (!(await canFillInPasskeys()) || over) return;
      const { request } = await latest.current.start(null);
      if (!request || over) return;
      const assertion = await showPasskey(request, true);
      if (assertion && !over) latest.current.onPicked(() => latest.current.answer(assertion));
    };
    // Without it, one signs in as before.
    const begin = () => void wait().catch(() => undefined);
    begin();
    const timer = setInterval(begin, RENEW_MS);
    return () => {
      over = true;
      clearInterval(timer);
      void stopWaitingForPasskeys();
    };
  }, [can, waiting]);
}

function usePasskeyMutations() {
  const client = useApolloClient();
  const { language } = useLocale().api;
  const device = useDeviceName();
  return {
    start: async (secondFactor: string | null) => {
      const variables = { secondFactor, language };
      const { data } = await client.mutate({
        mutation: StartPasskeySignInDocument,
        variables,
        fetchPolicy: 'no-cache',
      });
      const { challenge = null, rpId = '', userErrors: refusals = [] } = data?.startPasskeySignIn ?? {};
      return { request: challenge === null ? null : { challenge, rpId }, refusals };
    },
    answer: async (assertion: PasskeyAssertionInput): Promise<readonly Refusal[]> => {
      const variables = { input: { assertion, device, language } };
      const { data } = await client.mutate({ mutation: SignInByPasskeyDocument, variables, fetchPolicy: 'no-cache' });
      return data?.signInByPasskey.userErrors ?? [];
    },
  };
}
