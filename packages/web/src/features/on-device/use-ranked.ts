import { useState } from 'react';
import { useLocation } from 'react-router';

/** The list that is ranked, so that it still is when one comes back to it. It is no part of an address: requests carry those. */
let rankedPath: string | null = null;

/** Whether the list of this page is ranked for the visitor's skin, and how to change that. */
export function useRanked(): [boolean, (ranked: boolean) => void] {
  const { pathname } = useLocation();
  const [ranked, setRanked] = useState(rankedPath === pathname);
  return [
    ranked,
    (wanted) => {
      rankedPath = wanted ? pathname : null;
      setRanked(wanted);
    },
  ];
}
