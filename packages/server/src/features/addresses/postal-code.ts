import type { CountryRules } from './address-rules.ts';

/**
 * A postal code as its country writes it: capitals, half-width, with the separators of the rules' own examples and without the
 * country's prefix (SW1A1AA becomes SW1A 1AA, CH-8001 becomes 8001). What fits no example comes back as entered.
 */
export function tidyPostalCode(rules: CountryRules, entered: string): string {
  const code = entered.normalize('NFKC').toUpperCase().normalize('NFKC').trim();
  if (!rules.postalCode) return code;
  const { examples, prefixOnLabel } = rules.postalCode;
  const bare = prefixOnLabel && code.startsWith(prefixOnLabel) ? code.slice(prefixOnLabel.length).trim() : code;
  for (const example of examples) {
    const tidied = inShapeOf(example, bare);
    if (tidied && rules.postalCode.pattern.test(tidied)) return tidied;
  }
  return bare;
}

/** The code with the separators of an example, if both have letters and digits in the same places. */
function inShapeOf(example: string, code: string): string | undefined {
  const letters = /^[A-Z]+-/.exec(example)?.[0] ?? '';
  const wanted = compact(example);
  const given = compact(code);
  // LV-1073: the letters are part of the code, and customers leave them out.
  for (const candidate of letters ? [given, compact(letters) + given] : [given]) {
    if (shape(candidate) !== shape(wanted)) continue;
    let at = 0;
    return example.replace(/[A-Z\d]/g, () => candidate[at++] ?? '');
  }
  return undefined;
}

function compact(code: string): string {
  return code.replace(/[^\p{L}\p{N}]/gu, '');
}

function shape(code: string): string {
  return code.replace(/\p{L}/gu, 'A').replace(/\p{N}/gu, '0');
}
