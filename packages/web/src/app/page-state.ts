import type { NormalizedCacheObject } from '@apollo/client';
import type { Language, Market } from '../platform/locale/language.ts';

/** What the server hands to the browser with a page. */
export interface PageState {
  readonly language: Language;
  readonly market: Market;
  readonly publicUrl: string;
  readonly privacySignal: boolean;
  readonly status: number;
  readonly cache: NormalizedCacheObject;
}

/** The element that holds the state. */
export const STATE_ELEMENT_ID = 'state';

/**
 * The state as the content of a script element of type application/json (D19). Only `<` can end such an element or open
 * a comment in it; the line separators are escaped for parsers older than ES2019.
 */
export function serialisePageState(state: PageState): string {
  return JSON.stringify(state)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}

/** Reads the state that the server put into the page. */
export function readPageState(document: Document): PageState {
  const text = document.getElementById(STATE_ELEMENT_ID)?.textContent;
  if (!text) throw new Error('The page has no state.');
  return JSON.parse(text) as PageState;
}
