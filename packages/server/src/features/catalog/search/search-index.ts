import type { Texts } from '../localised-text.ts';
import { PostingPool } from './posting-pool.ts';
import { forEachTerm } from './split-words.ts';
import { TermDictionary } from './term-dictionary.ts';

/** How much a text weighs: names first, then what a document is made of, then what is said about it. */
export type Field = 0 | 1 | 2;

/** A text of a document: in all languages, or the same in all. */
export interface IndexedText {
  readonly field: Field;
  readonly text: Texts | string;
}

/** The low bits of a posting: for each field, in which languages the term stands there. The slot is above them. */
export const PLACE_BITS = 9;
export const PLACES = 1 << PLACE_BITS;

const ALL_LANGUAGES = 0b111;

/**
 * An inverted index over all languages at once: each term has a list of documents with the fields and languages it
 * stands in, so that a term in the language asked for can weigh more, and one in another is found all the same.
 */
export class SearchIndex {
  readonly dictionary = new TermDictionary();
  readonly postings = new PostingPool();

  /** Indexes a document under its new texts, given those it was indexed under before; null stands for none. */
  set(slot: number, before: readonly IndexedText[] | null, after: readonly IndexedText[] | null): void {
    const old = before ? this.placesOf(before) : null;
    const now = after ? this.placesOf(after) : new Map<number, number>();
    for (const [term, places] of now) {
      if (old?.get(term) !== places) this.postings.put(term, slot * PLACES + places, PLACE_BITS);
    }
    for (const term of old?.keys() ?? []) {
      if (now.has(term)) continue;
      this.postings.remove(term, slot * PLACES, PLACE_BITS);
      if (this.postings.lengthOf(term) > 0) continue;
      this.postings.clear(term);
      this.dictionary.remove(term);
    }
  }

  /** To be called after many documents were added. */
  compact(): void {
    this.postings.compact(true);
  }

  /** Bytes held, estimated. */
  bytes(): number {
    return this.dictionary.bytes() + this.postings.bytes();
  }

  private placesOf(texts: readonly IndexedText[]): Map<number, number> {
    const places = new Map<number, number>();
    const index = (text: string, bits: number) =>
      forEachTerm(text, (term) => {
        const number = this.dictionary.add(term);
        places.set(number, (places.get(number) ?? 0) | bits);
      });
    for (const { field, text } of texts) {
      if (typeof text === 'string') {
        index(text, ALL_LANGUAGES << (field * 3));
        continue;
      }
      for (let lang = 0; lang < text.length; lang++) {
        // A fallback is the same string: it is indexed once for all the languages it stands in for.
        const first = text.indexOf(text[lang] as string);
        if (first < lang) continue;
        let languages = 0;
        for (let other = lang; other < text.length; other++) if (text[other] === text[lang]) languages |= 1 << other;
        index(text[lang] as string, languages << (field * 3));
      }
    }
    return places;
  }
}
