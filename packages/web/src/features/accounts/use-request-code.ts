import { useApolloClient } from '@apollo/client/react';
import { RequestSignInCodeDocument } from '../../generated/graphql.ts';
import { useLocale } from '../../platform/locale/locale-context.tsx';
import type { Challenge } from './account-draft.ts';
import type { Refusal } from './use-attempt.ts';

/** Asks for a code by mail; the answer does not tell whether the address has an account. */
export function useRequestCode(): (
  email: string,
  onChallenge: (challenge: Challenge) => void,
) => Promise<readonly Refusal[]> {
  const client = useApolloClient();
  const { language } = useLocale().api;
  return async (email, onChallenge) => {
    const variables = { input: { email: email.trim(), language } };
    const { data } = await client.mutate({ mutation: RequestSignInCodeDocument, variables, fetchPolicy: 'no-cache' });
    const { challenge, validMinutes, userErrors } = data?.requestSignInCode ?? { userErrors: [] };
    if (challenge != null) onChallenge({ token: challenge, validMinutes: validMinutes ?? 0, opens: false });
    return userErrors;
  };
}
