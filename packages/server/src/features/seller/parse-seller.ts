import { BadInput, listAt, objectAt, optional, textAt } from '../../platform/input-shape.ts';
import type { Seller, SellerEmail } from './seller.ts';

const KEYS = [
  'name',
  'addressLines',
  'country',
  'representatives',
  'register',
  'vatId',
  'vatIdIn',
  'email',
  'phone',
  'timeZone',
] as const satisfies readonly (keyof Seller)[];

/** Longest line of a letter or an imprint. */
const LINE = 120;

const E_MAIL = /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+$/;

// ICU's own list of countries; it has no name for what is none.
const COUNTRIES = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/**
 * The seller from the content of a seller file.
 * @throws {BadInput} naming the key that is wrong, and no value.
 */
export function parseSeller(content: unknown): Seller {
  const fields = objectAt(content, '', KEYS);
  return {
    name: lineAt(fields.name, 'name'),
    addressLines: linesAt(fields.addressLines, 'addressLines'),
    country: countryAt(fields.country, 'country'),
    representatives: linesAt(fields.representatives, 'representatives'),
    register: optional(fields.register, null, (value) => lineAt(value, 'register')),
    vatId: lineAt(fields.vatId, 'vatId'),
    vatIdIn: optional(fields.vatIdIn, {}, vatIdInAt),
    email: emailsAt(fields.email),
    phone: optional(fields.phone, null, (value) => phoneAt(value, 'phone')),
    timeZone: timeZoneAt(fields.timeZone, 'timeZone'),
  };
}

/** A text on one line. */
function lineAt(value: unknown, path: string): string {
  const text = textAt(value, path, LINE);
  if (/\p{Cc}/u.test(text)) throw new BadInput(`${path}: a text on one line is wanted.`);
  return text;
}

function linesAt(value: unknown, path: string): string[] {
  const lines = listAt(value, path, lineAt);
  // More than fit under the head of an invoice are a mistake.
  if (lines.length === 0 || lines.length > 6) throw new BadInput(`${path}: one to six texts are wanted.`);
  return lines;
}

function countryAt(value: unknown, path: string): string {
  const code = textAt(value, path);
  if (!/^[A-Z]{2}$/.test(code) || COUNTRIES.of(code) === undefined)
    throw new BadInput(`${path}: a country's code of two letters, such as DE, is wanted.`);
  return code;
}

function vatIdInAt(value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null) throw new BadInput('vatIdIn: an object is wanted.');
  return Object.fromEntries(
    Object.entries(value).map(([key, vatId]) => {
      const country = countryAt(key, 'vatIdIn');
      return [country, lineAt(vatId, `vatIdIn.${country}`)];
    }),
  );
}

/** Whoever has one address only gets all mail there. */
function emailsAt(value: unknown): SellerEmail {
  const fields = objectAt(value, 'email', ['service', 'safety', 'withdrawal', 'privacy']);
  const service = emailAt(fields.service, 'email.service');
  const orService = (key: string) => optional(fields[key], service, (one) => emailAt(one, `email.${key}`));
  return {
    service,
    safety: orService('safety'),
    withdrawal: orService('withdrawal'),
    privacy: orService('privacy'),
  };
}

function emailAt(value: unknown, path: string): string {
  const text = lineAt(value, path);
  if (!E_MAIL.test(text)) throw new BadInput(`${path}: an e-mail address is wanted.`);
  return text;
}

function phoneAt(value: unknown, path: string): string {
  const text = lineAt(value, path);
  if (!/^\+\d[\d ()/-]{4,}$/.test(text)) {
    throw new BadInput(`${path}: a number with its country's prefix, such as +49 30 23125 000, is wanted.`);
  }
  return text;
}

function timeZoneAt(value: unknown, path: string): string {
  const name = textAt(value, path);
  // An offset is taken by Intl, too, but has no summer time.
  const isName = /^[A-Z]/i.test(name);
  try {
    if (isName) return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    // Said below, without the value.
  }
  throw new BadInput(`${path}: the name of a time zone, such as Europe/Berlin, is wanted.`);
}
