import data from './address-rules.json' with { type: 'json' };

/** One state, province, county or prefecture of a country that lists them. */
export interface Subdivision {
  /** What is stored; unique within the country, in the local script. */
  key: string;
  /** The local name. */
  name: string;
  /** The name in Latin letters, where the local one is not. */
  latinName?: string;
  /** Names in the country's other languages, by language. */
  namesByLanguage: Readonly<Record<string, string>>;
  /** The part of its ISO 3166-2 code after the hyphen. */
  isoId?: string;
  /** Matches the beginning of each of its postal codes. */
  postalCodePrefix?: RegExp;
}

/** How addresses are written in one country. */
export interface CountryRules {
  country: string;
  /** Lines of the label in the local script: `%N` and its like for parts, `%n` for a new line. */
  format: string;
  /** The same in Latin letters, where the order differs. */
  latinFormat?: string;
  languages: readonly string[];
  /** Letters of the parts that must be given. */
  required: readonly string[];
  /** Letters of the parts that a label shows in capitals. */
  upperOnLabel: readonly string[];
  postalCode?: { pattern: RegExp; source: string; examples: readonly string[]; prefixOnLabel?: string };
  postalCodeName: string;
  stateName: string;
  cityName: string;
  dependentLocalityName: string;
  subdivisions: readonly Subdivision[];
}

interface RawRules {
  fmt: string;
  lfmt?: string;
  languages?: string;
  require?: string;
  upper?: string;
  zip?: string;
  zipex?: string;
  postprefix?: string;
  zip_name_type?: string;
  state_name_type?: string;
  locality_name_type?: string;
  sublocality_name_type?: string;
  sub_keys?: string;
  sub_names?: string;
  sub_lnames?: string;
  sub_zips?: string;
  sub_isoids?: string;
  variants?: Readonly<Record<string, { sub_keys: string; sub_names: string }>>;
}

const COUNTRIES: Readonly<Record<string, RawRules>> = data.countries;

/** What the rules leave unsaid means this: street and city (libaddressinput's default region, ZZ). */
const DEFAULT_REQUIRED = 'AC';

/** The rules leave the postal code open here, yet a parcel is routed by it (P2.1: what this delivery needs). */
const PARCELS_NEED_POSTAL_CODE: ReadonlySet<string> = new Set(['BG', 'CY', 'HR', 'MT', 'SI']);

/** Listed under CN, but with an ISO 3166 code, customs and carriers of their own: destinations of their own. */
const OTHER_DESTINATIONS: Readonly<Record<string, ReadonlySet<string>>> = { CN: new Set(['澳门', '台湾', '香港']) };

const parsed = new Map<string, CountryRules>();

/** The countries whose addresses the shop knows how to write (ISO 3166-1 alpha-2). */
export const ADDRESS_COUNTRIES: readonly string[] = Object.keys(COUNTRIES);

/** The rules of a country, or undefined where the shop has none. */
export function rulesOf(country: string): CountryRules | undefined {
  const raw = Object.hasOwn(COUNTRIES, country) ? COUNTRIES[country] : undefined;
  if (!raw) return undefined;
  const rules = parsed.get(country) ?? parse(country, raw);
  parsed.set(country, rules);
  return rules;
}

function parse(country: string, raw: RawRules): CountryRules {
  const required = (raw.require ?? DEFAULT_REQUIRED).split('');
  return {
    country,
    format: raw.fmt,
    ...(raw.lfmt && { latinFormat: raw.lfmt }),
    languages: list(raw.languages),
    required: PARCELS_NEED_POSTAL_CODE.has(country) ? [...required, 'Z'] : required,
    upperOnLabel: raw.upper?.split('') ?? [],
    ...(raw.zip && {
      postalCode: {
        pattern: new RegExp(`^(?:${raw.zip})$`),
        source: raw.zip,
        examples: (raw.zipex ?? '').split(',').filter(Boolean),
        ...(raw.postprefix && { prefixOnLabel: raw.postprefix }),
      },
    }),
    postalCodeName: raw.zip_name_type ?? 'postal',
    stateName: raw.state_name_type ?? 'province',
    cityName: raw.locality_name_type ?? 'city',
    dependentLocalityName: raw.sublocality_name_type ?? 'suburb',
    subdivisions: parseSubdivisions(raw).filter((each) => !OTHER_DESTINATIONS[country]?.has(each.key)),
  };
}

function parseSubdivisions(raw: RawRules): Subdivision[] {
  const names = list(raw.sub_names);
  const latinNames = list(raw.sub_lnames);
  const isoIds = list(raw.sub_isoids);
  const prefixes = list(raw.sub_zips);
  return list(raw.sub_keys).map((key, index) => {
    const latinName = latinNames[index];
    const isoId = isoIds[index];
    const prefix = prefixes[index];
    return {
      key,
      name: names[index] ?? key,
      ...(latinName && { latinName }),
      namesByLanguage: namesInVariants(raw, key),
      ...(isoId && { isoId }),
      ...(prefix && { postalCodePrefix: new RegExp(`^(?:${prefix})`) }),
    };
  });
}

function namesInVariants(raw: RawRules, key: string): Record<string, string> {
  const names: Record<string, string> = {};
  for (const [language, variant] of Object.entries(raw.variants ?? {})) {
    const name = list(variant.sub_names)[list(variant.sub_keys).indexOf(key)];
    if (name) names[language] = name;
  }
  return names;
}

function list(joined: string | undefined): string[] {
  return joined ? joined.split('~') : [];
}
