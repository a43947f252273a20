import { foldWord } from './fold-text.ts';

const SEPARATOR = 1;
const LETTER = 2;
const DIGIT = 3;
const CJK = 4;

/** The class of each UTF-16 code unit, worked out on first sight; 0 is not yet known. */
const classes = new Uint8Array(0x10000);

function classOf(code: number): number {
  const known = classes[code] as number;
  if (known !== 0) return known;
  const character = String.fromCharCode(code);
  let kind = SEPARATOR;
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(character)) kind = CJK;
  else if (/\p{Nd}/u.test(character)) kind = DIGIT;
  // Half of a surrogate pair belongs to a letter outside the basic plane.
  else if (/[\p{L}\p{N}\p{M}]/u.test(character) || (code >= 0xd800 && code <= 0xdfff)) kind = LETTER;
  classes[code] = kind;
  return kind;
}

const isApostrophe = (code: number) => code === 0x27 || code === 0x2019;

/** Words so common that they tell nothing, already folded; they are neither indexed nor looked for. */
const STOP_WORDS = new Set(
  (
    'a an and are as at be by for from in is it its of on or so that the this to with your you ' +
    'als am an auf aus bei das dem den der des die ein eine einem einen einer es fur im in ist mit nach oder sich sie und von vor wie zu zum zur'
  ).split(' '),
);

/** Takes a run of letters and digits, or of Chinese, Japanese or Korean writing, before folding. */
type VisitRun = (text: string, cjk: boolean, digits: boolean, letters: boolean) => void;

function forEachRun(text: string, visit: VisitRun): void {
  const length = text.length;
  let at = 0;
  while (at < length) {
    const kind = classOf(text.charCodeAt(at));
    if (kind === SEPARATOR) {
      at++;
      continue;
    }
    const start = at;
    let letters = false;
    let digits = false;
    for (; at < length; at++) {
      const next = classOf(text.charCodeAt(at));
      if (next === SEPARATOR || (next === CJK) !== (kind === CJK)) break;
      if (next === LETTER) letters = true;
      else if (next === DIGIT) digits = true;
    }
    // The s of "skin's" is no word.
    if (at - start === 1 && start > 0 && isApostrophe(text.charCodeAt(start - 1))) continue;
    visit(text.slice(start, at), kind === CJK, digits, letters);
  }
}

/** Words folded before: a catalogue has many words and few different ones. */
const folded = new Map<string, string>();
const MOST_FOLDED = 30_000;

function foldedWord(word: string): string {
  const known = folded.get(word);
  if (known !== undefined) return known;
  const term = foldWord(word);
  if (folded.size >= MOST_FOLDED) folded.clear();
  folded.set(word, term);
  return term;
}

/**
 * Calls `emit` for each term under which a text is found. Chinese is cut into pairs of characters, and the last
 * character of a run stands alone, so that one character finds it as the prefix of a pair. "SPF 50" is also found as
 * "spf50", and "Q10" also as "q" and "10".
 */
export function forEachTerm(text: string, emit: (term: string) => void): void {
  let previous = '';
  let previousDigits: boolean | null = null;
  forEachRun(text, (run, cjk, digits, letters) => {
    if (cjk) {
      const term = foldWord(run);
      for (let at = 0; at < term.length - 1; at++) emit(term.slice(at, at + 2));
      emit(term.slice(-1));
      previousDigits = null;
      return;
    }
    const term = foldedWord(run);
    if (!STOP_WORDS.has(term)) emit(term);
    if (digits && letters) for (const part of term.match(/\d+|\D+/g) ?? []) emit(part);
    else if (previousDigits !== null && previousDigits !== digits && previous.length + term.length <= 6)
      emit(previous + term);
    previous = term;
    previousDigits = digits;
  });
}

/** A term somebody looks for; Chinese ones are no subject of typing errors. */
export interface QueryTerm {
  readonly term: string;
  readonly cjk: boolean;
}

/** How many terms of a query count; the rest is ignored. */
const MOST_TERMS = 12;

/**
 * The terms of a query, without stop words. While it is being typed those count if there is nothing else: "the" may become
 * "thermal". Of a query that is sent as it is they would find whatever begins like them, which nobody asked for.
 */
export function queryTerms(query: string, typing = false): QueryTerm[] {
  const terms = new Map<string, QueryTerm>();
  const common = new Map<string, QueryTerm>();
  forEachRun(query, (run, cjk) => {
    const term = foldWord(run);
    if (!cjk) {
      (STOP_WORDS.has(term) ? common : terms).set(term, { term, cjk });
    } else if (term.length === 1) {
      terms.set(term, { term, cjk });
    } else {
      for (let at = 0; at < term.length - 1; at++) {
        const pair = term.slice(at, at + 2);
        terms.set(pair, { term: pair, cjk });
      }
    }
  });
  return [...(terms.size === 0 && typing ? common : terms).values()].slice(0, MOST_TERMS);
}
