import { useApolloClient } from '@apollo/client/react';
import { useEffect, useState } from 'react';
import { MyAddressesDocument } from '../../generated/graphql.ts';
import { firstEnd } from '../accounts/hide-revealed.ts';
import { useSignedInHint } from '../accounts/signed-in-hint.ts';
import type { AddressBook } from './use-address-book.ts';

/**
 * The addresses of whoever is signed in, to fill in a form with; null for visitors, whom nobody asks for. It is asked by the browser after
 * the page is there, since the page is the same for everybody (D19), and goes from memory at the moment that the server has set (D7).
 */
export function useSavedLabels(): AddressBook | null {
  const client = useApolloClient();
  const signedIn = useSignedInHint();
  const [book, setBook] = useState<AddressBook | null>(null);
  useEffect(() => {
    setBook(null);
    if (!signedIn) return;
    let left = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    client.query({ query: MyAddressesDocument, fetchPolicy: 'no-cache' }).then(
      ({ data }) => {
        if (left || !data?.me) return;
        setBook(data.me);
        const until = firstEnd(data.me);
        if (until !== null) timer = setTimeout(() => setBook(null), Math.max(0, until - Date.now()));
      },
      // Nothing is offered then; the form takes what is typed.
      () => {},
    );
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [client, signedIn]);
  return book;
}
