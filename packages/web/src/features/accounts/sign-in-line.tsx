import { useText } from '../../platform/i18n/text.tsx';
import { LocalLink } from '../../platform/page/local-link.tsx';
import { useSignedInHint } from './signed-in-hint.ts';
import { useComingFrom } from './way-back.ts';

/** A quiet way to the account for those who have one; nobody needs it to order. */
export function SignInLine() {
  const t = useText();
  const from = useComingFrom();
  const signedIn = useSignedInHint();
  return (
    <p className="text-small text-ink-soft">
      {!signedIn && <>{t('account.have')} </>}
      <LocalLink to={signedIn ? '/account' : '/sign-in'} state={from} className="inline-link touch-target inline-block">
        {t(signedIn ? 'account.title' : 'account.signIn')}
      </LocalLink>
    </p>
  );
}
