/** What a spreadsheet takes for the beginning of a formula (OWASP, CSV injection), the full-width signs of some locales too. */
const FORMULA = '[=+\\-@\\t\\r\\n\uff1d\uff0b\uff0d\uff20]';
const TO_MARK = new RegExp(`^'*${FORMULA}`);
const MARKED = new RegExp(`^'+${FORMULA}`);
const NUMBER = /^[+-]?\d+(?:[.,]\d+)?$/;

/**
 * A cell as the export writes it: one that a spreadsheet would run as a formula stands behind an apostrophe, which makes it a text
 * there. Numbers stay as they are. A cell that begins with apostrophes and such a sign gets one more, so that reading takes off
 * exactly what was put on.
 */
export function toSpreadsheetCell(cell: string): string {
  return TO_MARK.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell;
}

/** A cell of a file without the apostrophe that keeps it from being run. */
export function fromSpreadsheetCell(cell: string): string {
  return MARKED.test(cell) ? cell.slice(1) : cell;
}
