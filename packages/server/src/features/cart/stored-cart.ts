import { v4 as uuidv4 } from 'uuid';
import type { RunSql, SqlRunner } from '../../platform/orm/raw-sql.ts';
import { hashOfToken, newToken } from '../../platform/tokens/token.ts';

/** A line as it is stored. */
export interface StoredLine {
  readonly id: string;
  readonly variantId: string;
  readonly position: number;
  readonly quantity: number;
}

/** A cart as it is stored, its lines in the order in which they were added. */
export interface StoredCart {
  readonly id: string;
  readonly promotionCode: string | null;
  readonly updatedOn: string;
  readonly lines: readonly StoredLine[];
}

interface Row {
  id: string;
  promotion_code: string | null;
  updated_on: string;
  line_id: string | null;
  variant_id: string;
  position: number;
  quantity: number;
}

const READ = `select c.id, c.promotion_code, c.updated_on, l.id as line_id, l.variant_id, l.position, l.quantity
  from cart c left join cart_line l on l.cart_id = c.id where c.token_hash = ? order by l.position`;

/** The cart of a token, or null. */
export async function readCart({ run }: Pick<SqlRunner, 'run'>, token: string | null): Promise<StoredCart | null> {
  if (token === null) return null;
  const rows = await run<Row>(READ, [hashOfToken(token)]);
  const [first] = rows;
  if (!first) return null;
  return {
    id: first.id,
    promotionCode: first.promotion_code,
    updatedOn: first.updated_on,
    lines: rows.flatMap(({ line_id, variant_id, position, quantity }) =>
      line_id === null ? [] : [{ id: line_id, variantId: variant_id, position, quantity }],
    ),
  };
}

/**
 * The cart of a token, locked until the end of the transaction. The lock is a statement of its own: PostgreSQL would
 * join the lines as they were before it waited. SQLite lets one transaction write at a time.
 */
export async function lockCart(
  sql: Pick<SqlRunner, 'run' | 'dialect'>,
  token: string | null,
): Promise<StoredCart | null> {
  if (token !== null && sql.dialect === 'postgresql') {
    await sql.run('select id from cart where token_hash = ? for update', [hashOfToken(token)]);
  }
  return readCart(sql, token);
}

/** Makes an empty cart; its token is told to the browser and stored hashed. */
export async function createCart(run: RunSql, today: string): Promise<{ cart: StoredCart; token: string }> {
  const token = newToken();
  // Random, not in the order of time: nothing about a cart is finer than the day.
  const id = uuidv4();
  await run('insert into cart (id, token_hash, promotion_code, updated_on) values (?, ?, null, ?)', [
    id,
    hashOfToken(token),
    today,
  ]);
  return { cart: { id, promotionCode: null, updatedOn: today, lines: [] }, token };
}

/** Notes the day of a change. */
export async function touchCart(run: RunSql, cart: StoredCart, today: string): Promise<void> {
  if (cart.updatedOn !== today) await run('update cart set updated_on = ? where id = ?', [today, cart.id]);
}

/** Takes everything out of a cart, its promotion too. */
export async function emptyCart(run: RunSql, { id, promotionCode }: StoredCart): Promise<void> {
  await run('delete from cart_line where cart_id = ?', [id]);
  if (promotionCode !== null) await run('update cart set promotion_code = null where id = ?', [id]);
}
