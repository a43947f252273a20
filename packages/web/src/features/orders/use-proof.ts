import { useEffect, useState } from 'react';

interface HeldProof {
  readonly token: string;
  readonly proof: string;
  /** ISO 8601. */
  readonly until: string;
}

/** In memory alone: it goes along to another page of the site, and is gone with the tab. */
let held: HeldProof | null = null;

/** The proof for an order for as long as it works: then what it opened is dropped from the screen (D7). */
export function useProof(token: string | null): {
  proof: string | null;
  prove: (proof: string, until: string) => void;
  forget: () => void;
} {
  const [given, setGiven] = useState(held);
  useEffect(() => {
    if (!given) return;
    const drop = () => {
      if (held === given) held = null;
      setGiven(null);
    };
    const timer = setTimeout(drop, Math.max(0, Date.parse(given.until) - Date.now()));
    return () => clearTimeout(timer);
  }, [given]);
  const set = (next: HeldProof | null) => {
    held = next;
    setGiven(next);
  };
  return {
    proof: given !== null && given.token === token ? given.proof : null,
    prove: (proof, until) => set(token === null ? null : { token, proof, until }),
    forget: () => set(null),
  };
}
