import { useEffect } from 'react';
import { type Location, useLocation, useNavigate } from 'react-router';
import { useSignedInHint } from '../../features/accounts/signed-in-hint.ts';
import { wayBack } from '../../features/accounts/way-back.ts';
import { useLocale } from '../../platform/locale/locale-context.tsx';

/** Leads whoever is signed in, by this page or in another tab, back to where they came from. */
export function useLeadOn(): void {
  const { language } = useLocale();
  const { state } = useLocation() as Location<unknown>;
  const navigate = useNavigate();
  const signedIn = useSignedInHint();
  useEffect(() => {
    if (signedIn) void navigate(wayBack(state, language), { replace: true });
  }, [signedIn, state, language, navigate]);
}
