import type { StoredRow } from './read-rows.ts';

/** Rows whose times are as near as this (ms) are taken to belong together. */
const NEAR_MS = 60_000;

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;
const MOMENT = /\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}(?::?\d{2})?)?/g;
const DAY = /\b\d{4}-\d{2}-\d{2}\b/g;
/** A name, number or token that says which one is meant: eight characters or more, a digit among them. */
const TOKEN = /(?=[\w-]*\d)[\w-]{8,}/g;

/** What of a row can tie it to another. */
interface Ties {
  /** Identifiers, tokens, hashes, ciphertexts; not days, amounts, countries and states, which many rows share. */
  readonly values: ReadonlySet<string>;
  /** Moments finer than a day (ms since the epoch), those in UUIDs of version 7 among them. */
  readonly moments: readonly number[];
}

/**
 * The rows that a row leads to, itself included: by an equal value in whatever column, plain or inside JSON, or by a time
 * near to one of its own; and from those on, until no further row is found.
 */
export function rowsLedToBy(start: StoredRow, rows: readonly StoredRow[]): StoredRow[] {
  const ties = new Map(rows.map((row) => [row, tiesOf(row)]));
  const reached = new Set<StoredRow>([start]);
  for (const row of reached) {
    const from = ties.get(row) ?? tiesOf(row);
    for (const [other, to] of ties) if (!reached.has(other) && areTied(from, to)) reached.add(other);
  }
  return [...reached];
}

/** Whether a row holds one of these texts, in whatever column, plain or inside JSON or bytes. */
export function holdsAny({ columns }: StoredRow, texts: readonly string[]): boolean {
  return Object.values(columns).some((value) => {
    const written = value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : writtenOf(value);
    return texts.some((text) => written.includes(text));
  });
}

function areTied(one: Ties, other: Ties): boolean {
  for (const value of one.values) if (other.values.has(value)) return true;
  return one.moments.some((moment) => other.moments.some((near) => Math.abs(moment - near) < NEAR_MS));
}

function tiesOf({ columns }: StoredRow): Ties {
  const values = new Set<string>();
  const moments: number[] = [];
  for (const value of Object.values(columns)) {
    if (value instanceof Uint8Array) values.add(Buffer.from(value).toString('hex'));
    else if (value instanceof Date) moments.push(value.getTime());
    else if (typeof value === 'number' && value > 1e12) moments.push(value);
    else readText(writtenOf(value), values, moments);
  }
  return { values, moments };
}

function readText(written: string, values: Set<string>, moments: number[]): void {
  for (const [id] of written.matchAll(UUID)) {
    values.add(id.toLowerCase());
    if (id[14] === '7') moments.push(Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16));
  }
  for (const [moment] of written.matchAll(MOMENT))
    moments.push(new Date(moment.replace(/([+-]\d{2})$/, '$1:00')).getTime());
  const rest = written.replace(UUID, ' ').replace(MOMENT, ' ').replace(DAY, ' ');
  for (const [token] of rest.matchAll(TOKEN)) values.add(token);
}

function writtenOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}
