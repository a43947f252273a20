/** How far before and after a number a word still speaks of it, in characters. */
const BEFORE = 48;
const AFTER = 24;

/** Whether one of the words stands near the part of a text. */
export function isNear(words: RegExp, text: string, start: number, end: number): boolean {
  return words.test(text.slice(Math.max(0, start - BEFORE), start)) || words.test(text.slice(end, end + AFTER));
}

/** Whether one of the words stands shortly before the part of a text. */
export function isBefore(words: RegExp, text: string, start: number): boolean {
  return words.test(text.slice(Math.max(0, start - BEFORE), start));
}
