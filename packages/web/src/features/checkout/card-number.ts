/** A row of digits as long as a card's number, as it is printed or in one piece. */
const ROWS = /(?<![\d])\d(?:[ -]?\d){14,18}(?![\d])/g;

/** What the brands issue: 15 digits of American Express, 16 or 19 of the others. */
const ISSUED = /^(?:3[47]\d{13}|(?:2[2-7]|4\d|5\d|6\d)\d{14}|[46]\d{18})$/;

/**
 * Whether a text holds the number of a payment card. The server knows more of them and has the last word; this much never leaves
 * the browser (P2.4).
 */
export function holdsCardNumber(text: string): boolean {
  return (text.match(ROWS) ?? []).some((row) => {
    const digits = row.replace(/\D/g, '');
    return ISSUED.test(digits) && addsUp(digits);
  });
}

/** The check digit of cards (ISO/IEC 7812, annex B). */
function addsUp(digits: string): boolean {
  const sum = [...digits].reverse().reduce((before, digit, place) => {
    const counted = Number(digit) * (place % 2 === 0 ? 1 : 2);
    return before + (counted > 9 ? counted - 9 : counted);
  }, 0);
  return sum % 10 === 0;
}
