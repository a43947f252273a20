import { randomUUID } from 'node:crypto';
import type { SqlEntityManager } from '@mikro-orm/sql';

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
  const short: string[] = [];
  for (const { id, variantId, quantity } of inOrderOfVariants(reservations)) {
    const taken = await changed(
      em,
      'update variant set stock = stock - ? where id = ? and stock_tracked and stock >= ?',
      [quantity, variantId, quantity],
    );
    if (!taken && !(await isUntracked(em, variantId))) {
      short.push(variantId);
      continue;
    }
    await em.execute(
      'insert into stock_reservation (id, variant_id, quantity, from_stock, reserved_on) values (?, ?, ?, ?, ?)',
      [id, variantId, quantity, taken, today],
      'run',
    );
  }
  return short;
}

/**
 * Gives reserved units back in the caller's transaction. A reservation gives back once: what is no longer there was
 * released or sold before.
 * @returns the variants whose stock has changed.
 */
export async function releaseStock(em: SqlEntityManager, reservations: readonly Reservation[]): Promise<string[]> {
  const changedVariants: string[] = [];
  for (const { id, variantId } of inOrderOfVariants(reservations)) {
    const [row] = await em.execute<{ quantity: number; from_stock: boolean | number }[]>(
      'delete from stock_reservation where id = ? returning quantity, from_stock',
      [id],
    );
    if (!row?.from_stock) continue;
    await em.execute('update variant set stock = stock + ? where id = ?', [row.quantity, variantId], 'run');
    changedVariants.push(variantId);
  }
  return changedVariants;
}

/** Whether all reservations are still there, so that they can be sold. The caller holds the lock of their order. */
export async function isReserved(em: SqlEntityManager, reservations: readonly Reservation[]): Promise<boolean> {
  if (reservations.length === 0) return true;
  const marks = reservations.map(() => '?').join(', ');
  const ids = reservations.map(({ id }) => id);
  const rows = await em.execute(`select id from stock_reservation where id in (${marks})`, ids);
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
  for (const { id, variantId, quantity } of reservations) {
    if (!(await changed(em, 'delete from stock_reservation where id = ?', [id]))) {
      throw new Error('A reservation went while its order was being confirmed.');
    }
    await em.execute(
      'insert into sales_ledger (id, day, variant_id, quantity) values (?, ?, ?, ?)',
      [randomUUID(), today, variantId, quantity],
      'run',
    );
  }
}

function inOrderOfVariants(reservations: readonly Reservation[]): Reservation[] {
  return [...reservations].sort((a, b) => (a.variantId < b.variantId ? -1 : 1));
}

async function isUntracked(em: SqlEntityManager, variantId: string): Promise<boolean> {
  const rows = await em.execute('select id from variant where id = ? and not stock_tracked', [variantId]);
  return rows.length > 0;
}

async function changed(em: SqlEntityManager, sql: string, params: unknown[]): Promise<boolean> {
  const { affectedRows } = await em.execute<{ affectedRows: number }>(sql, params, 'run');
  return affectedRows > 0;
}
