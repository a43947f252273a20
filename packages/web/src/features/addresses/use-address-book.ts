import { useApolloClient } from '@apollo/client/react';
import { useCallback } from 'react';
import {
  type AddressBookPartsFragment,
  CorrectSavedAddressDocument,
  MyAddressesDocument,
  type MyAddressesQuery,
  RemoveSavedAddressDocument,
  SaveAddressDocument,
  SetDefaultAddressDocument,
} from '../../generated/graphql.ts';
import { useLocale } from '../../platform/locale/locale-context.tsx';
import { type Own, useOwn } from '../accounts/use-own.ts';
import type { EnteredLabel } from './address-form.tsx';

/** A customer with their addresses. */
export type AddressBook = NonNullable<MyAddressesQuery['me']>;

/** One of them. */
export type SavedAddress = AddressBook['addresses'][number];

/** Asks for the addresses of whoever is signed in. */
export function useMyAddresses(): Own<AddressBook> {
  const client = useApolloClient();
  const ask = useCallback(
    () => client.query({ query: MyAddressesDocument, fetchPolicy: 'no-cache' }).then(({ data }) => data?.me ?? null),
    [client],
  );
  return useOwn(ask);
}

/** The ways to change an address book; each answers it as it is then. */
export function useAddressBookMutations() {
  const client = useApolloClient();
  const { language } = useLocale().api;
  const answer = (payload: AddressBookPartsFragment | undefined): AddressBookPartsFragment => {
    if (!payload) throw new Error('The change of an address was not answered.');
    return payload;
  };
  return {
    save: async (label: EnteredLabel, isDefault = false) => {
      const variables = { input: { ...label, isDefault, language } };
      const { data } = await client.mutate({ mutation: SaveAddressDocument, variables, fetchPolicy: 'no-cache' });
      return answer(data?.saveAddress);
    },
    correct: async (id: string, label: EnteredLabel, correctOrders: boolean) => {
      const variables = { input: { id, ...label, correctOrders, language } };
      const { data } = await client.mutate({
        mutation: CorrectSavedAddressDocument,
        variables,
        fetchPolicy: 'no-cache',
      });
      return answer(data?.correctSavedAddress);
    },
    remove: async (id: string) => {
      const variables = { id, language };
      const { data } = await client.mutate({
        mutation: RemoveSavedAddressDocument,
        variables,
        fetchPolicy: 'no-cache',
      });
      return answer(data?.removeSavedAddress);
    },
    setDefault: async (id: string) => {
      const variables = { id, language };
      const { data } = await client.mutate({ mutation: SetDefaultAddressDocument, variables, fetchPolicy: 'no-cache' });
      return answer(data?.setDefaultAddress);
    },
  };
}
