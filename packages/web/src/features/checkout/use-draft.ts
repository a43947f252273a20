import { useEffect, useSyncExternalStore } from 'react';
import type { Draft, FieldKey } from './checkout-draft.ts';

// In the memory of the page only: what somebody types about themselves is written to no storage of the browser, and
// still outlives a look at another page of the shop or a change of language.
let draft: Draft = {};
const EMPTY: Draft = {};
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function replace(next: Draft): void {
  draft = next;
  for (const listener of listeners) listener();
}

/** Forgets all that was typed: the order is placed. */
export function forgetDraft(): void {
  replace({});
}

/** What has been typed so far and how to change it; before the page is left for another site the browser asks. */
export function useDraft(): [Draft, (changes: Draft) => void] {
  const current = useSyncExternalStore(
    subscribe,
    () => draft,
    () => EMPTY,
  );
  const dirty = Object.entries(current).some(([key, value]) => (key as FieldKey) !== 'countryCode' && value !== '');
  useEffect(() => {
    if (!dirty) return;
    const ask = (event: BeforeUnloadEvent) => {
      if (Object.keys(draft).length > 0) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [dirty]);
  return [current, (changes) => replace({ ...draft, ...changes })];
}
