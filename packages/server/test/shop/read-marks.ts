import type { Store } from '../../src/platform/orm/store.ts';
import { listTables } from './read-rows.ts';

/** Tables whose rows name goods or sum them up, and the note of the job that shuffles them. */
export const GOODS_SIDE = ['book_shuffle', 'sales_ledger', 'stock_reservation', 'tax_ledger', 'variant'];

/** Tables that no order writes to. */
const NOT_OF_ORDERS = [
  ...['catalogue_state', 'collection', 'ingredient', 'product', 'promotion'],
  ...['egress_agreement', 'mikro_orm_migrations'],
];

/** The tables of the main store that placing, paying and mailing an order write to, and that name no goods. */
export async function orderSide(store: Store): Promise<string[]> {
  const others = new Set([...GOODS_SIDE, ...NOT_OF_ORDERS]);
  return (await listTables(store)).filter((table) => !others.has(table));
}

/** PostgreSQL: the transactions that wrote the rows of these tables, as every reader of the rows sees them. */
export async function readMarks(store: Store, tables: readonly string[]): Promise<Set<string>> {
  const connection = store.em.getConnection();
  const marks = new Set<string>();
  for (const table of tables) {
    const rows = await connection.execute<{ mark: string }[]>(`select distinct xmin::text as mark from "${table}"`);
    for (const { mark } of rows) marks.add(mark);
  }
  return marks;
}
