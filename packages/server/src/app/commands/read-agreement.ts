import { parseArgs } from 'node:util';
import { Category } from '@barrier/schema/privacy/category.ts';
import { Purpose } from '@barrier/schema/privacy/purpose.ts';
import { Recipient } from '@barrier/schema/privacy/recipient.ts';
import type { AgreementTerms } from '../../privacy/egress/record-agreement.ts';
import { USAGE } from './usage.ts';
import { UsageError } from './usage-error.ts';

/** Reads what is to be put on record, every word and day of it. @throws {UsageError} naming what is wrong. */
export function readAgreement(args: string[]): { terms: AgreementTerms; replace: boolean } {
  const text = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      party: text,
      recipient: text,
      purposes: text,
      categories: text,
      'signed-on': text,
      'valid-until': text,
      'assessment-due': text,
      replace: { type: 'boolean', default: false },
    },
  });
  const need = (option: Exclude<keyof typeof values, 'replace'>): string => {
    const value = values[option]?.trim();
    if (!value) throw new UsageError(`--${option} is missing.\n${USAGE['agreement:record'].call}`);
    return value;
  };
  const [key = '', ...rest] = positionals;
  if (!/^[a-z0-9][a-z0-9-]{0,63}$/.test(key) || rest.length > 0) {
    throw new UsageError(`KEY is one word of small letters, digits and hyphens.\n${USAGE['agreement:record'].call}`);
  }
  const party = need('party');
  if (party.length > 255 || /\p{Cc}/u.test(party))
    throw new UsageError('--party is one line of at most 255 characters.');
  const terms: AgreementTerms = {
    key,
    party,
    recipient: oneOf(Recipient, '--recipient', need('recipient')),
    purposes: listOf(Purpose, '--purposes', need('purposes')),
    categories: need('categories') === 'none' ? [] : listOf(Category, '--categories', need('categories')),
    signedOn: dayIn('--signed-on', need('signed-on')),
    validUntil: dayIn('--valid-until', need('valid-until')),
    assessmentDue: dayIn('--assessment-due', need('assessment-due')),
  };
  if (terms.validUntil < terms.signedOn) throw new UsageError('--valid-until is before --signed-on.');
  if (terms.assessmentDue < terms.signedOn) throw new UsageError('--assessment-due is before --signed-on.');
  return { terms, replace: values.replace };
}

function oneOf<Value extends string>(known: Readonly<Record<string, Value>>, option: string, text: string): Value {
  const found = Object.values(known).find((value) => value === text);
  if (!found) throw new UsageError(`${option}: ${text} is none of ${Object.values(known).join(', ')}.`);
  return found;
}

function listOf<Value extends string>(known: Readonly<Record<string, Value>>, option: string, text: string): Value[] {
  return [...new Set(text.split(',').map((word) => oneOf(known, option, word.trim())))];
}

/** A day that exists, as ISO 8601 date. */
function dayIn(option: string, text: string): string {
  const day = new Date(`${text}T00:00:00Z`);
  const exists = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
  if (!exists) throw new UsageError(`${option}: ${text} is no day such as 2026-01-31.`);
  return text;
}
