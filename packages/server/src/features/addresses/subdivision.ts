import type { CountryRules, Subdivision } from './address-rules.ts';

/** One entry of a list of states. */
export interface SubdivisionOption {
  value: string;
  label: string;
}

/** The states of a country, named for a reader of this language, in the order of the rules. */
export function subdivisionOptions(rules: CountryRules, language: string): SubdivisionOption[] {
  return rules.subdivisions.map((each) => ({ value: each.key, label: nameIn(rules, each, language) }));
}

/** The state that a customer means by its key, its name in any of the languages, or its ISO 3166-2 code. */
export function findSubdivision(rules: CountryRules, entered: string): Subdivision | undefined {
  const wanted = new Set([fold(entered), fold(withoutKind(entered))]);
  return rules.subdivisions.find((each) => namesOf(rules, each).some((name) => wanted.has(fold(name))));
}

function nameIn(rules: CountryRules, subdivision: Subdivision, language: string): string {
  const translated = subdivision.namesByLanguage[language];
  if (translated) return translated;
  return rules.languages.includes(language) ? subdivision.name : (subdivision.latinName ?? subdivision.name);
}

function namesOf(rules: CountryRules, { key, name, latinName, namesByLanguage, isoId }: Subdivision): string[] {
  const names = [key, name, ...(latinName ? [latinName] : []), ...Object.values(namesByLanguage)];
  return [...names, ...names.map(withoutKind), ...(isoId ? [isoId, `${rules.country}-${isoId}`] : [])];
}

/** "County", "province" and their like are left out as often as written: 北京 for 北京市, Tokyo for 東京都, Cork for Co. Cork. */
function withoutKind(name: string): string {
  return name
    .replace(/^(?:Co\.|County) /i, '')
    .replace(/ (?:Sheng|Shi|\w*[Zz]izhiqu)$/, '')
    .replace(/(?<=..)(?:省|市|[壮回]族自治区|维吾尔自治区|自治区|都|府|県)$/, '');
}

/** Alike but for case, accents, spaces and punctuation. */
function fold(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/[\p{M}\p{P}\p{Z}]/gu, '')
    .toLowerCase();
}
