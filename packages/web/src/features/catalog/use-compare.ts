import { useSyncExternalStore } from 'react';
import { MOST_COMPARED } from './compare-state.ts';

// In the memory of the page only: what somebody weighs against what is written to no storage and sent nowhere. The
// page that compares has it in its address.
let chosen: readonly string[] = [];
const NONE: readonly string[] = [];
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Chooses these products, and no others, to compare. */
export function chooseToCompare(slugs: readonly string[]): void {
  if (slugs.join() === chosen.join()) return;
  chosen = slugs.slice(0, MOST_COMPARED);
  for (const listener of listeners) listener();
}

/** Chooses a product to compare, or lets it go. */
export function toggleCompared(slug: string): void {
  chooseToCompare(chosen.includes(slug) ? chosen.filter((other) => other !== slug) : [...chosen, slug]);
}

/** The products chosen to be compared, by their addresses. */
export function useCompared(): readonly string[] {
  return useSyncExternalStore(
    subscribe,
    () => chosen,
    () => NONE,
  );
}
