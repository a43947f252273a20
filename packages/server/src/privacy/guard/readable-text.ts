/** What can stand between the groups of a number and is not seen, or only decorates a digit. */
const UNSEEN = /\p{Cf}|\p{Variation_Selector}|\u20e3/gu;
const FOREIGN_DIGIT = /(?![0-9])\p{Nd}/gu;
const DASH = /[\p{Pd}\u2043\u2212]/gu;
const DOT = /[\u00b7\u2022\u2027\u2219\u22c5\u3002\u30fb]/gu;
const LINE_BREAK = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;
const SPACE = /[\t\p{Zs}]/gu;

/**
 * A text as a reader sees its numbers: ASCII digits for those of any script or width, one kind of dash, dot, space and line
 * break, nothing invisible. Only for looking, never for keeping.
 */
export function readableText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(UNSEEN, '')
    .replace(FOREIGN_DIGIT, (digit) => String(valueOfDigit(digit)))
    .replace(DASH, '-')
    .replace(DOT, '.')
    .replace(LINE_BREAK, '\n')
    .replace(SPACE, ' ');
}

/** Unicode keeps the ten digits of a script in order, so a digit's distance from the first of its block is its value. */
function valueOfDigit(digit: string): number {
  let value = 0;
  for (let code = (digit.codePointAt(0) ?? 0) - 1; /\p{Nd}/u.test(String.fromCodePoint(code)); code--) value++;
  return value % 10;
}
