import { icaoCheckDigit } from './check-digits.ts';

/** The name line of a passport, visa or card (ICAO Doc 9303 parts 4 to 7): document, state, surname `<<` given names. */
const NAME_LINE = /^[PVIAC][A-Z<][A-Z<]{3}[A-Z]+(?:<[A-Z]+)*<<[A-Z<]*$/;
/** Number, nationality, birth, sex, expiry: the second line of passports, visas and TD2 cards. */
const NUMBER_LINE =
  /^(?<number>[A-Z0-9<]{9})(?<numberCheck>\d)[A-Z<]{3}(?<birth>\d{6})(?<birthCheck>\d)[MFX<]\d{6}\d[A-Z0-9<]{8,16}$/;
/** The first and second line of a card of credit card size (TD1). */
const CARD_NUMBER_LINE = /^[IAC][A-Z<][A-Z<]{3}(?<number>[A-Z0-9<]{9})(?<numberCheck>\d)[A-Z0-9<]{15}$/;
const CARD_BIRTH_LINE = /^(?<birth>\d{6})(?<birthCheck>\d)[MFX<]\d{6}\d[A-Z<]{3}[A-Z0-9<]{11}\d$/;

const LINE_LENGTHS: ReadonlySet<number> = new Set([30, 36, 44]);

/** Whether a readable text in upper case holds a line of the machine-readable zone of a passport, visa or identity card. */
export function hasMachineReadableZone(text: string): boolean {
  return text.split(/[^A-Z0-9<]+/).some((line) => {
    if (!LINE_LENGTHS.has(line.length)) return false;
    if (NAME_LINE.test(line)) return true;
    return [NUMBER_LINE, CARD_NUMBER_LINE, CARD_BIRTH_LINE].some((format) => passesChecks(format.exec(line)?.groups));
  });
}

function passesChecks(parts: Partial<Record<string, string>> | undefined): boolean {
  if (!parts) return false;
  const pairs = [
    [parts.number, parts.numberCheck],
    [parts.birth, parts.birthCheck],
  ];
  return pairs.every(([value, check]) => value === undefined || String(icaoCheckDigit(value)) === check);
}
