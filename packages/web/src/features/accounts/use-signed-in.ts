import { useApolloClient } from '@apollo/client/react';
import { SignOutDocument } from '../../generated/graphql.ts';
import { forgetDraft } from '../checkout/use-draft.ts';
import { forgetAccountDraft } from './account-draft.ts';
import { forgetCached } from './forget-cached.ts';
import { hintSignedIn, hintSignedOut } from './signed-in-hint.ts';
import type { Refusal } from './use-attempt.ts';

/** What follows from signing in or out: whatever was answered to the one before is forgotten, and other tabs hear of it. */
export function useSignedIn(): { signedIn: () => void; signOut: () => Promise<readonly Refusal[]> } {
  const client = useApolloClient();
  return {
    signedIn: () => {
      forgetCached(client);
      forgetAccountDraft();
      hintSignedIn();
    },
    signOut: async () => {
      const { data } = await client.mutate({ mutation: SignOutDocument, fetchPolicy: 'no-cache' });
      forgetCached(client);
      // Whoever comes next finds nothing that was typed here.
      forgetDraft();
      forgetAccountDraft();
      hintSignedOut();
      return data?.signOut.userErrors ?? [];
    },
  };
}
