import { TAB_ORDER } from '../../platform/device-storage.ts';

/**
 * Keeps the tracking token for this tab only: the institution's page is another site, and the token must not travel
 * there in a return address (D14, D16). It is a random token and says nothing about a person.
 */
export function keepOrderToken(token: string): void {
  try {
    sessionStorage.setItem(TAB_ORDER, token);
  } catch {
    // Without it the return page points to the link in the mail.
  }
}

/** Forgets it: what is paid next is not that order. */
export function forgetOrderToken(): void {
  try {
    sessionStorage.removeItem(TAB_ORDER);
  } catch {
    // Nothing was kept.
  }
}

/** The token that this tab keeps, or null. */
export function readOrderToken(): string | null {
  try {
    return sessionStorage.getItem(TAB_ORDER);
  } catch {
    return null;
  }
}
