import { placeholders, type RunSql, type SqlRunner, type SqlValue } from '../../platform/orm/raw-sql.ts';

type Row = Record<string, SqlValue>;

/** Rows of one statement. */
const CHUNK = 500;

/**
 * SQLite sorts the rows of these tables by their random ids, but in each page of the file their bytes lie in the order of insertion.
 * Transactions run one after the other here, and stamp no row.
 */
export function shuffleSqliteBooks(sql: SqlRunner, day: string): Promise<void> {
  return sql.transaction(async (run) => {
    const [state] = await run<{ day: string }>('select day from book_shuffle where id = 1');
    const from = state && state.day < day ? state.day : day;
    // Without a state nothing was ever shuffled; every day is later than the empty one.
    await writeAnew(run, 'sales_ledger', 'day >= ?', [state ? from : '']);
    await writeAnew(run, 'tax_ledger', 'day >= ?', [state ? from : '']);
    await writeAnew(run, 'stock_reservation', 'true', []);
    await run('insert into book_shuffle (id, day) values (1, ?) on conflict (id) do update set day = excluded.day', [
      day,
    ]);
  });
}

async function writeAnew(run: RunSql, table: string, where: string, parameters: SqlValue[]): Promise<void> {
  // By their ids, which are random.
  const rows = await run<Row>(`select * from ${table} where ${where} order by id`, parameters);
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first);
  await run(`delete from ${table} where ${where}`, parameters);
  for (let start = 0; start < rows.length; start += CHUNK) {
    const chunk = rows.slice(start, start + CHUNK);
    await run(
      `insert into ${table} (${columns.join(', ')}) values ${placeholders(columns.length, chunk.length)}`,
      chunk.flatMap((row) => columns.map((column) => row[column] ?? null)),
    );
  }
}
