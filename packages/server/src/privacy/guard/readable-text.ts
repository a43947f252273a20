/** What can stand between the groups of a number and is not seen. U+2800 is a blank of its own: a space. */
const UNSEEN = /\p{Cf}|\p{Default_Ignorable_Code_Point}/gu;
/** What only decorates a digit, or the sign or space after it. Letters keep theirs: words are looked for. */
const DECORATION = /(?<=[\p{Nd}\p{P}\p{S}\p{Zs}])\p{M}+/gu;
const FOREIGN_DIGIT = /(?![0-9])\p{Nd}/gu;
const DASH = /[\p{Pd}\u2043\u2212]/gu;
const DOT = /[\u00b7\u2022\u2027\u2219\u22c5\u3002\u30fb]/gu;
const LINE_BREAK = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;
const SPACE = /[\t\u2800\p{Zs}]+/gu;
/** Chinese numerals, in plain and in bankers' writing; a digit each, in the order of their values. */
const NUMERALS = ['〇零', '一壹', '二贰貳', '三叁參', '四肆', '五伍', '六陆陸', '七柒', '八捌', '九玖'];
const NUMERAL_OR_DIGIT = `[0-9${NUMERALS.join('')}]`;
/** As long as no date, floor or phone number is; shorter ones are words. */
const LONG_NUMERALS = new RegExp(`${NUMERAL_OR_DIGIT}(?:[ .\\-_]{0,3}${NUMERAL_OR_DIGIT}){11,}`, 'g');
const NUMERAL = new RegExp(`[${NUMERALS.join('')}]`, 'g');

/**
 * A text as a reader sees its numbers: ASCII digits for those of any script or width, one kind of dash, dot, space and line
 * break, nothing invisible; one space where there are many. Only for looking, never for keeping.
 */
export function readableText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(UNSEEN, '')
    .replace(DECORATION, '')
    .replace(FOREIGN_DIGIT, (digit) => String(valueOfDigit(digit)))
    .replace(DASH, '-')
    .replace(DOT, '.')
    .replace(LINE_BREAK, '\n')
    .replace(SPACE, ' ')
    .replace(LONG_NUMERALS, (number) => number.replace(NUMERAL, (sign) => String(valueOfNumeral(sign))));
}

/** Unicode keeps the ten digits of a script in order, so a digit's distance from the first of its block is its value. */
function valueOfDigit(digit: string): number {
  let value = 0;
  for (let code = (digit.codePointAt(0) ?? 0) - 1; /\p{Nd}/u.test(String.fromCodePoint(code)); code--) value++;
  return value % 10;
}

function valueOfNumeral(sign: string): number {
  return NUMERALS.findIndex((signs) => signs.includes(sign));
}
