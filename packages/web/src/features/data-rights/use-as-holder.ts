import { useMemo } from 'react';
import type { RightsHolder } from './rights-holder.ts';

/** What goes with each operation of a holder; the same object as long as it is the same person by the same proof. */
export function useAsHolder({ token, context }: RightsHolder): Pick<RightsHolder, 'token' | 'context'> {
  const headers = JSON.stringify(context.headers ?? null);
  return useMemo(() => {
    const known = JSON.parse(headers) as Readonly<Record<string, string>> | null;
    return { token, context: known ? { headers: known } : {} };
  }, [token, headers]);
}
