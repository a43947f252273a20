import { useSyncExternalStore } from 'react';
import type { SecondFactorPartsFragment } from '../../generated/graphql.ts';

/** A code that was mailed, and what it has to be entered with. */
export interface Challenge {
  readonly token: string;
  readonly validMinutes: number;
  /** Whether it is to open an account, or to sign in to one that may be there. */
  readonly opens: boolean;
}

/** What somebody has entered to sign in or up. */
export interface AccountDraft {
  readonly email: string;
  readonly name: string;
  /** For an account that is being opened: another code is asked for with all that was entered. */
  readonly newPassword: string;
  readonly challenge: Challenge | null;
  /** The second factor that is still wanted: the first was right. */
  readonly secondFactor: SecondFactorPartsFragment | null;
}

// In the memory of the page only, as what is typed at the checkout: it outlives a look at another page of the shop, for
// instance into the data map, and goes with the tab.
const EMPTY: AccountDraft = { email: '', name: '', newPassword: '', challenge: null, secondFactor: null };
let draft = EMPTY;
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function replace(next: AccountDraft): void {
  draft = next;
  for (const listener of listeners) listener();
}

/** Forgets all that was entered: somebody is signed in. */
export function forgetAccountDraft(): void {
  replace(EMPTY);
}

/** What has been entered so far and how to change it. */
export function useAccountDraft(): [AccountDraft, (changes: Partial<AccountDraft>) => void] {
  const current = useSyncExternalStore(
    subscribe,
    () => draft,
    () => EMPTY,
  );
  return [current, (changes) => replace({ ...draft, ...changes })];
}
