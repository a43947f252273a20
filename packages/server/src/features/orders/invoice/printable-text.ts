const letters = new Intl.Segmenter('en', { granularity: 'grapheme' });
const EMOJI = /^(?!\p{ASCII})(?:\p{Extended_Pictographic}|\p{Regional_Indicator})/u;
/** Written forms of two frequent Japanese names, by the form that every register takes for them. */
const COMMON_FORMS = new Map([
  ['𠮷', '吉'],
  ['﨑', '崎'],
]);

/**
 * The letters of a text as they can be printed, each with its accents. Line breaks and odd spaces become a space; control, format
 * (such as a change of direction) and private characters go. What no font has is written by its compatible form, then by its base
 * letter, then as a question mark, so that never a box is shown; an emoji is left out.
 */
export function* printableText(text: string, isCovered: (letter: string) => boolean): Generator<string> {
  const clean = text
    .normalize('NFC')
    .replace(/[\s\u0085]+/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Variation_Selector}]/gu, '');
  let last = ' ';
  for (const { segment } of letters.segment(clean)) {
    const letter = isCovered(segment)
      ? segment
      : EMOJI.test(segment)
        ? ''
        : (insteadOf(segment).find(isCovered) ?? '?');
    // Where something was left out, the spaces around it become one.
    if (letter === '' || (letter === ' ' && last === ' ')) continue;
    yield letter;
    last = letter;
  }
}

function insteadOf(segment: string): string[] {
  const compatible = segment.normalize('NFKC');
  return [
    COMMON_FORMS.get(segment) ?? '',
    compatible,
    compatible.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC'),
  ].filter(Boolean);
}
