import type { Language } from '@barrier/schema/market/market.type.ts';

/** Where mail programs POST to (RFC 8058) and people are led on from. */
export const UNSUBSCRIBE_PATH = '/mail/unsubscribe';

/**
 * The address for the header of a mail. The token stands in it since RFC 8058 has no other place: the POST it asks for carries no cookie, no script
 * runs, and a fragment would not be sent.
 */
export function oneClickUrl(publicUrl: string, language: Language, token: string): string {
  return `${publicUrl}${UNSUBSCRIBE_PATH}?l=${language.toLowerCase()}&t=${token}`;
}

/** The address for people: a page with one button, and the token in the fragment, which no request carries (D16). */
export function unsubscribePage(publicUrl: string, language: string, token: string): string {
  return `${publicUrl}/${language.toLowerCase()}/unsubscribe#${token}`;
}
