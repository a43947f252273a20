import type { Store } from '../../src/platform/orm/store.ts';
import { readRows } from './read-rows.ts';

/** Something in the stores that says who a subject is, or opens or leads to what does. */
export interface SubjectMark {
  /** Table and column. */
  readonly name: string;
  /** As it stands in files. */
  readonly bytes: Buffer;
}

/** The part of a sealed value after its header: nonce and the first of its ciphertext. */
const SEALED_PART = [21, 53] as const;

/**
 * The marks of a living subject: everything sealed, the wrapped key, blind indexes, hashes of links and codes, numbers and references,
 * in all rows that lead to the subject or to one of their rows.
 */
export async function readSubjectMarks(
  stores: Readonly<Record<'main' | 'keys' | 'log', Store>>,
  subjectId: string,
): Promise<SubjectMark[]> {
  const rows = [...(await readRows(stores.main)), ...(await readRows(stores.keys))].filter(
    ({ table }) => table !== 'job' && table !== 'bus_event',
  );
  const ids = new Set([subjectId]);
  const leads = (columns: Readonly<Record<string, unknown>>) =>
    Object.values(columns).some((value) => typeof value === 'string' && ids.has(value));
  for (const { columns } of rows) if (leads(columns) && typeof columns.id === 'string') ids.add(columns.id);
  return rows
    .filter(({ columns }) => leads(columns))
    .flatMap(({ table, columns }) =>
      Object.entries(columns).flatMap(([column, value]): SubjectMark[] => {
        const name = `${table}.${column}`;
        if (value instanceof Uint8Array) return [{ name, bytes: Buffer.from(value).subarray(...SEALED_PART) }];
        // The number of an invoice is the books' own: they keep it by law, about nobody (decision 020).
        const isOfBooks = column === 'invoice_number';
        const says =
          !isOfBooks && /(?:hash|index|fingerprint|number|reference)$/.test(column) && typeof value === 'string';
        return says ? [{ name, bytes: Buffer.from(value, 'utf8') }] : [];
      }),
    );
}
