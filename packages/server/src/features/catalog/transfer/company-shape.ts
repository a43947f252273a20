import { BadInput, MOST_CHARACTERS, objectAt, optional, textAt } from '../../../platform/input-shape.ts';
import { MARKETS } from '../locale.ts';
import type { Company, ResponsiblePersons } from '../product.entity.ts';
import { webAddressAt } from './catalogue-shape.ts';
import { plainText } from './parse-cells.ts';

const EXAMPLE = 'Testhaus GmbH; Musterstraße 1, 12345 Musterstadt; DE; safety@testhaus.example';

const E_MAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

// ICU's own list of countries; it has no name for what is none.
const COUNTRIES = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/**
 * A company from our own JSON format.
 * @throws {BadInput} naming the field that is wrong.
 */
export function companyAt(value: unknown, path: string): Company {
  const fields = objectAt(value, path, ['name', 'address', 'country', 'contact']);
  return {
    name: partAt(fields.name, `${path}.name`, MOST_CHARACTERS.name),
    address: partAt(fields.address, `${path}.address`, 512),
    country: countryAt(fields.country, `${path}.country`),
    contact: contactAt(fields.contact, `${path}.contact`),
  };
}

/**
 * Companies by market from our own JSON format.
 * @throws {BadInput} naming the field that is wrong.
 */
export function responsiblePersonsAt(value: unknown, path: string): ResponsiblePersons {
  const fields = objectAt(value, path, MARKETS);
  const persons: ResponsiblePersons = {};
  for (const market of MARKETS) {
    const company = optional(fields[market], null, (one) => companyAt(one, `${path}.${market}`));
    if (company) persons[market] = company;
  }
  return persons;
}

/**
 * A company from a cell, its parts parted by semicolons; null for an empty cell.
 * @throws {BadInput} if a part is missing or wrong.
 */
export function companyCell(cell: string, column: string): Company | null {
  if (cell.trim() === '') return null;
  const [name, address, country, contact, ...more] = cell.split(';').map(plainText);
  if (!contact || more.length > 0)
    throw new BadInput(`${column}: name, address, country and contact are wanted, such as "${EXAMPLE}".`);
  return companyAt({ name, address, country: country?.toUpperCase(), contact }, column);
}

/** A company as the export writes it into a cell; empty for none. */
export function companyText(company: Company | null | undefined): string {
  return company ? [company.name, company.address, company.country, company.contact].join('; ') : '';
}

/** A country's code of two letters (ISO 3166-1). */
export function countryAt(value: unknown, path: string): string {
  const code = textAt(value, path);
  if (!/^[A-Z]{2}$/.test(code) || COUNTRIES.of(code) === undefined)
    throw new BadInput(`${path}: a country's code of two letters, such as DE, is wanted.`);
  return code;
}

function contactAt(value: unknown, path: string): string {
  const text = partAt(value, path, 2_048);
  if (E_MAIL.test(text)) return text;
  if (text.includes('://')) return webAddressAt(text, path);
  throw new BadInput(`${path}: an e-mail address or an https address is wanted.`);
}

/** A text on one line that can stand among others in a cell. */
function partAt(value: unknown, path: string, most: number): string {
  const text = plainText(textAt(value, path, most));
  if (text.includes(';')) throw new BadInput(`${path}: a text without semicolons is wanted.`);
  return text;
}
