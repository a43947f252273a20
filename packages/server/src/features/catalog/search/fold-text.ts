const ASCII = /^[\x20-\x7e]*$/;
const MARKS = /\p{M}+/gu;

/** Letters that Unicode does not decompose, as people type them. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};
const SPECIAL = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g');

/**
 * A word as search compares it: lower case, without accents, ß as ss, full width as plain. German umlauts are written
 * ä, ae or a: all three come out as `a` (and so for o and u), which also folds `ae` in other words, on both sides alike.
 */
export function foldWord(word: string): string {
  let folded = word.toLowerCase();
  if (!ASCII.test(folded)) {
    folded = folded.normalize('NFKD').replace(MARKS, '').normalize('NFC').toLowerCase();
    folded = folded.replace(SPECIAL, (letter) => LETTERS[letter] ?? letter);
  }
  return folded.replace(/([aou])e/g, '$1');
}
