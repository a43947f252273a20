import { randomUUID } from 'node:crypto';
import type { SqlEntityManager } from '@mikro-orm/sql';
import { placeholders, type SqlValue, sqlIn } from '../../platform/orm/raw-sql.ts';

/** A reservation as the order keeps it. */
export interface Reservation {
  readonly id: string;
  readonly variantId: string;
  readonly quantity: number;
}

/** Ids for reservations of these quantities; random, so that the table's key tells nothing of when (D4). */
export function planReservations(wanted: readonly { variantId: string; quantity: number }[]): Reservation[] {
  return wanted.map(({ variantId, quantity }) => ({ id: randomUUID(), variantId, quantity }));
}

/**
 * Takes units from stock in the caller's transaction, whatever the catalogue's memory says of it. Rows are taken in the
 * order of their ids, so that two buyers of the same goods queue up and never wait for each other.
 * @returns the variants of which there are not enough; if any, the caller must roll back.
 */
export async function reserveStock(
  em: SqlEntityManager,
  reservations: readonly Reservation[],
  today: string,
): Promise<string[]> {
  const { run, dialect } = sqlIn(em);
  // Before any variant, as a release has it: who waited for it with variants in hand, while the books are shuffled, could wait for
  // a release that waits for them.
  if (dialect === 'postgresql') await run('lock table stock_reservation in row exclusive mode');
  const short: string[] = [];
  const rows: SqlValue[] = [];
  for (const { id, variantId, quantity } of inOrderOfVariants(reservations)) {
    const [variant] = await run<{ stock_tracked: boolean | number }>(
      `update variant set stock = case when stock_tracked then stock - ? else stock end
        where id = ? and (stock >= ? or not stock_tracked) returning stock_tracked`,
      [quantity, variantId, quantity],
    );
    if (variant) rows.push(id, variantId, quantity, variant.stock_tracked ? 1 : 0, today);
    else short.push(variantId);
  }
  if (short.length > 0) return short;
  await run(
    `insert into stock_reservation (id, variant_id, quantity, from_stock, reserved_on)
      values ${placeholders(5, reservations.length)}`,
    rows,
  );
  return [];
}

/**
 * Gives reserved units back in the caller's transaction. A reservation gives back once: what is no longer there was
 * released or sold before.
 * @returns the variants whose stock has changed.
 */
export async function releaseStock(em: SqlEntityManager, reservations: readonly Reservation[]): Promise<string[]> {
  const { run } = sqlIn(em);
  const changed: string[] = [];
  for (const { id, variantId } of inOrderOfVariants(reservations)) {
    const [row] = await run<{ quantity: number; from_stock: boolean | number }>(
      'delete from stock_reservation where id = ? returning quantity, from_stock',
      [id],
    );
    if (!row?.from_stock) continue;
    await run('update variant set stock = stock + ? where id = ?', [row.quantity, variantId]);
    changed.push(variantId);
  }
  return changed;
}

/** Whether all reservations are still there, so that they can be sold. The caller holds the lock of their order. */
export async function isReserved(em: SqlEntityManager, reservations: readonly Reservation[]): Promise<boolean> {
  if (reservations.length === 0) return true;
  const rows = await sqlIn(em).run(
    `select id from stock_reservation where id in ${placeholders(reservations.length)}`,
    reservations.map(({ id }) => id),
  );
  return rows.length === reservations.length;
}

/**
 * Turns reservations into sales in the caller's transaction: they go, and the sales ledger gets its rows (D4).
 * @throws if one of them is gone; ask `isReserved` first.
 */
export async function sellReserved(
  em: SqlEntityManager,
  reservations: readonly Reservation[],
  today: string,
): Promise<void> {
  if (reservations.length === 0) return;
  const { run } = sqlIn(em);
  const gone = await run(
    `delete from stock_reservation where id in ${placeholders(reservations.length)} returning id`,
    reservations.map(({ id }) => id),
  );
  if (gone.length < reservations.length) throw new Error('A reservation went while its order was being confirmed.');
  await run(
    `insert into sales_ledger (id, day, variant_id, quantity) values ${placeholders(4, reservations.length)}`,
    reservations.flatMap(({ variantId, quantity }) => [randomUUID(), today, variantId, quantity]),
  );
}

function inOrderOfVariants(reservations: readonly Reservation[]): Reservation[] {
  return [...reservations].sort((a, b) => (a.variantId < b.variantId ? -1 : 1));
}
