import { openReadOnly } from '../../platform/orm/read-only.ts';
import type { Needle } from '../../privacy/traces/needles.ts';
import { partOfSealed, readSubjectRows, TELLING } from '../../privacy/traces/subject-rows.ts';
import type { ErasureDeps } from './erasure-deps.ts';

/**
 * What stays where it may, as the receipt says: in the books of the shop and of the payment institution, in the access log, which has it of nobody
 * by then, and the way to the receipt itself.
 */
const MAY_REMAIN: ReadonlySet<string> = new Set([
  'placed_order.invoice_number',
  'payment.reference',
  'receipt_link.token_hash',
  'subject_pseudonym.head',
]);

/** Ciphertexts, wrapped keys, blind indexes, hashes and numbers of living subjects, as they stand in the databases. */
export async function marksOf(
  stores: ErasureDeps['places']['stores'],
  subjectIds: readonly string[],
): Promise<Needle[]> {
  const marks: Needle[] = [];
  for (const url of new Set(Object.values(stores))) {
    const database = await openReadOnly(url);
    try {
      for (const subjectId of subjectIds) {
        for (const { table, columns } of await readSubjectRows(database, subjectId)) {
          for (const [column, value] of Object.entries(columns)) {
            const kind = `${table}.${column}`;
            if (!MAY_REMAIN.has(kind)) marks.push(...markOf(kind, column, value));
          }
        }
      }
    } finally {
      await database.close();
    }
  }
  return marks;
}

/** Only as it is stored: whoever looks for every encoding has `privacy:traces`. */
function markOf(kind: string, column: string, value: unknown): Needle[] {
  if (value instanceof Uint8Array) {
    const bytes = partOfSealed(value);
    return bytes ? [{ kind, folded: [], exact: [{ encoding: 'bytes', bytes }] }] : [];
  }
  if (typeof value !== 'string' || !TELLING.test(column)) return [];
  return [{ kind, folded: [], exact: [{ encoding: 'UTF-8', bytes: Buffer.from(value) }] }];
}
