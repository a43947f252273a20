import { useApolloClient } from '@apollo/client/react';
import { AddPasskeyDocument, StartPasskeyCreationDocument } from '../../../generated/graphql.ts';
import { useText } from '../../../platform/i18n/text.tsx';
import { useLocale } from '../../../platform/locale/locale-context.tsx';
import { type Changed, UNCHANGED } from '../second-factor/use-security.ts';
import { makePasskey, type PasskeyOwner } from './browser-passkeys.ts';

/** Adds a passkey to the account: the device makes it, and the shop keeps its public half. */
export function useAddPasskey(): (owner: PasskeyOwner, called: string) => Promise<Changed> {
  const t = useText();
  const client = useApolloClient();
  const { language } = useLocale().api;
  return async (owner, called) => {
    const started = await client.mutate({
      mutation: StartPasskeyCreationDocument,
      variables: { language },
      fetchPolicy: 'no-cache',
    });
    const { creation = null, userErrors = [] } = started.data?.startPasskeyCreation ?? {};
    if (!creation) return { ...UNCHANGED, userErrors };
    const made = await makePasskey(creation, owner);
    if (made === 'THERE' || made === 'NONE') {
      const message = t(made === 'THERE' ? 'passkey.there' : 'passkey.notMade');
      return { ...UNCHANGED, userErrors: [{ code: made, message, path: null }] };
    }
    const variables = { input: { attestation: made, name: called, language } };
    const { data } = await client.mutate({ mutation: AddPasskeyDocument, variables, fetchPolicy: 'no-cache' });
    return data?.addPasskey ?? UNCHANGED;
  };
}
