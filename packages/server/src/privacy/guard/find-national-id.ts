import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { hasMachineReadableZone } from './machine-readable-zone.ts';
import { NATIONAL_ID_FORMATS, type NationalIdFormat } from './national-id-formats.ts';
import { isBefore, isNear, ORDINARY_WORD } from './nearby-words.ts';

/** The format of a line from the machine-readable zone of a document. */
export const MACHINE_READABLE_ZONE = 'ICAO_MRZ';

/** The format of the first national identity number in a readable text in upper case, if any (P2.4, D23). */
export function findNationalId(text: string): string | null {
  if (hasMachineReadableZone(text)) return MACHINE_READABLE_ZONE;
  return NATIONAL_ID_FORMATS.find((format) => isIn(text, format))?.format ?? null;
}

function isIn(text: string, format: NationalIdFormat): boolean {
  for (const { 0: written, index } of text.matchAll(format.pattern)) {
    const compact = written.replace(/[ .+-]/g, '');
    if (!format.isValid(compact, written)) continue;
    if (isNear(format.words, text, index, index + written.length)) return true;
    if (!format.distinct?.spelling.test(written)) continue;
    if (format.yieldsToOrdinaryWords && isBefore(ORDINARY_WORD, text, index)) continue;
    if (!isDialable(compact, format.yieldsToPhonesOf)) return true;
  }
  return false;
}

function isDialable(digits: string, where: NationalIdFormat['yieldsToPhonesOf']): boolean {
  if (!where) return false;
  const number = where === 'ABROAD' ? `+${digits}` : digits;
  const phone = parsePhoneNumberFromString(number, where === 'ABROAD' ? undefined : where);
  // A trunk zero is dialled at home and never abroad.
  const isAsDialled = where === 'ABROAD' ? phone?.number === number : digits.startsWith('0');
  return isAsDialled && (phone?.isValid() ?? false);
}
