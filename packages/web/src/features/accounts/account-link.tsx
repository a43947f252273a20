import { useApolloClient } from '@apollo/client/react';
import { useEffect } from 'react';
import { Icon } from '../../components/icon.tsx';
import { useText } from '../../platform/i18n/text.tsx';
import { LocalLink } from '../../platform/page/local-link.tsx';
import { forgetCached } from './forget-cached.ts';
import { followSignIn, useSignedInHint } from './signed-in-hint.ts';
import { useComingFrom } from './way-back.ts';

/** Leads to the account, or to signing in; which of the two is known in the browser alone, and of the same size. */
export function AccountLink() {
  const t = useText();
  const from = useComingFrom();
  const client = useApolloClient();
  const signedIn = useSignedInHint();
  useEffect(() => followSignIn(() => forgetCached(client)), [client]);
  const label = t(signedIn ? 'account.title' : 'account.signIn');
  return (
    <LocalLink
      to={signedIn ? '/account' : '/sign-in'}
      state={from}
      aria-label={label}
      title={label}
      // The narrowest windows have no room for it beside the others; the menu has it as well.
      className="hidden size-11 place-items-center rounded-full transition-colors hover:text-eucalyptus min-[23.5rem]:inline-grid"
    >
      <Icon name="person" />
    </LocalLink>
  );
}
