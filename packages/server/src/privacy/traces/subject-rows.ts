import { placeholders, type SqlRunner } from '../../platform/orm/raw-sql.ts';
import { SEAL_LAYOUT } from '../vault/seal-format.ts';
import { type Needle, needleOfBytes, needleOfText, needleOfUuid } from './needles.ts';

type Database = Pick<SqlRunner, 'run' | 'dialect'>;

/** A row that leads to a subject. */
export interface SubjectRow {
  readonly table: string;
  readonly columns: Readonly<Record<string, unknown>>;
}

/** Tables whose rows are what stays of an erased subject: that there was one, and when they were erased (decision 022). */
export const TOMBSTONES: ReadonlySet<string> = new Set([
  'subject',
  'erasure_record',
  'destroyed_key',
  'subject_pseudonym',
]);

/** So many bytes of a sealed value are like no others. */
const SEALED_PART = 32;

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Columns whose text leads to somebody: keyed hashes, hashes of tokens, random names. */
export const TELLING = /(?:_index|_hash|fingerprint|number|reference)$/;

/** The rows about a subject in a database, and those that lead to these by their id. */
export async function readSubjectRows(database: Database, subjectId: string): Promise<SubjectRow[]> {
  const tables = await idColumns(database);
  const own = await rowsWith(database, tables, [subjectId]);
  const ids = own.flatMap(({ columns }) =>
    typeof columns.id === 'string' && columns.id !== subjectId ? [columns.id] : [],
  );
  if (ids.length === 0) return own;
  const known = new Set(own.map(({ columns }) => columns.id));
  const further = await rowsWith(database, tables, ids);
  return [...own, ...further.filter(({ columns }) => columns.id === undefined || !known.has(columns.id))];
}

/** What to look for of these rows: identifiers, ciphertexts, the wrapped key, blind indexes. */
export function needlesOfRows(rows: readonly SubjectRow[], subjectId: string): Needle[] {
  return rows.flatMap(({ table, columns }) =>
    Object.entries(columns).flatMap(([column, value]): Needle[] => {
      const kind = `${table}.${column}`;
      if (value instanceof Uint8Array) {
        const bytes = partOfSealed(value);
        return bytes ? [needleOfBytes(kind, bytes)] : [];
      }
      if (typeof value !== 'string' || value === subjectId) return [];
      if ((column === 'id' || column === 'pseudonym') && UUID.test(value)) return [needleOfUuid(kind, value)];
      return TELLING.test(column) ? [needleOfText(kind, value)] : [];
    }),
  );
}

/** Nonce and beginning of the ciphertext of a sealed value; the beginning of a wrapped key, which is shorter. Null for what is like others. */
export function partOfSealed(value: Uint8Array): Buffer | null {
  if (value.length < SEALED_PART) return null;
  const start = value.length >= SEAL_LAYOUT.nonce + 2 * SEALED_PART ? SEAL_LAYOUT.nonce : 0;
  return Buffer.from(value).subarray(start, start + SEALED_PART);
}

/** Per table the columns that hold ids. */
async function idColumns({ run, dialect }: Database): Promise<Map<string, string[]>> {
  const rows = await run<{ table: string; column: string }>(
    dialect === 'postgresql'
      ? `select table_name as "table", column_name as "column" from information_schema.columns
         where table_schema = 'public' and data_type in ('uuid', 'text', 'character varying')
           and (column_name = 'id' or column_name like '%\\_id')`
      : `select m.name as "table", c.name as "column" from sqlite_master m join pragma_table_info(m.name) c
         where m.type = 'table' and (c.name = 'id' or c.name like '%\\_id' escape '\\')`,
  );
  const tables = new Map<string, string[]>();
  for (const { table, column } of rows) tables.set(table, [...(tables.get(table) ?? []), column]);
  return tables;
}

async function rowsWith({ run, dialect }: Database, tables: Map<string, string[]>, ids: readonly string[]) {
  const found: SubjectRow[] = [];
  for (const [table, columns] of tables) {
    const among = columns.map(
      (name) => `"${name}"${dialect === 'postgresql' ? '::text' : ''} in ${placeholders(ids.length)}`,
    );
    const rows = await run(
      `select * from "${table}" where ${among.join(' or ')}`,
      columns.flatMap(() => ids),
    );
    found.push(...rows.map((row) => ({ table, columns: row })));
  }
  return found;
}
