/** Luhn's check (ISO/IEC 7812-1, annex B) over a string of digits. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits[digits.length - 1 - at]);
    const doubled = at % 2 === 0 ? digit : digit * 2;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** The check of GS1 and USPS: weights 1 and 3 from the right, the check digit included. */
export function passesGs1(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at++) sum += Number(digits[digits.length - 1 - at]) * (at % 2 === 0 ? 1 : 3);
  return sum % 10 === 0;
}

/** The check digit of ICAO Doc 9303: weights 7, 3, 1; letters count from A = 10, the filler `<` counts 0. */
export function icaoCheckDigit(characters: string): number {
  let sum = 0;
  for (let at = 0; at < characters.length; at++) {
    const character = characters.charAt(at);
    const value = character === '<' ? 0 : Number.parseInt(character, 36);
    sum += value * ([7, 3, 1][at % 3] ?? 0);
  }
  return sum % 10;
}

/** The check of an IBAN (ISO 13616, mod 97-10) without spaces, in capitals. */
export function passesIban(iban: string): boolean {
  let remainder = 0;
  for (const character of iban.slice(4) + iban.slice(0, 4)) {
    const value = Number.parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder === 1;
}
