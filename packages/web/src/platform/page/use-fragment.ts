import { useEffect, useState } from 'react';
import { useLocation } from 'react-router';

/**
 * The token that stands in the fragment, which no request carries (D16); null if there is none, undefined in the first render, which must be
 * that of the server.
 */
export function useFragment(): string | null | undefined {
  const { hash } = useLocation();
  const [known, setKnown] = useState(false);
  useEffect(() => setKnown(true), []);
  if (!known) return undefined;
  return hash.length > 1 ? hash.slice(1) : null;
}
