import type { NormalizedCacheObject } from '@apollo/client';
import type { Language, Market } from '../platform/locale/language.ts';
import { serialiseDataBlock } from '../platform/page/data-block.ts';

/** What the server hands to the browser with a page. */
export interface PageState {
  readonly language: Language;
  readonly market: Market;
  readonly publicUrl: string;
  readonly status: number;
  readonly cache: NormalizedCacheObject;
}

/** The element that holds the state. */
export const STATE_ELEMENT_ID = 'state';

/** The state as the content of a script element of type application/json. */
export function serialisePageState(state: PageState): string {
  return serialiseDataBlock(state);
}

/** Reads the state that the server put into the page. */
export function readPageState(document: Document): PageState {
  const text = document.getElementById(STATE_ELEMENT_ID)?.textContent;
  if (!text) throw new Error('The page has no state.');
  return JSON.parse(text) as PageState;
}
