import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';

type Row = Record<string, SQLInputValue>;

/**
 * Puts so many more guests into the stores of a shop that is not running: copies of one who has ordered, each with a subject, key,
 * pseudonym, order, payment, link and counted mail of their own. What is sealed opens for none of them, which nobody tries: their
 * parcels are on their way, so that neither retention nor anybody else touches them.
 */
export function addCrowd(dataDir: string, guests: number): void {
  const main = new DatabaseSync(join(dataDir, 'main.db'));
  const keys = new DatabaseSync(join(dataDir, 'keys.db'));
  const log = new DatabaseSync(join(dataDir, 'log.db'));
  try {
    const order = one(main, 'placed_order', "state = 'AWAITING_PAYMENT'");
    const [id, subjectId] = [textOf(order.id), textOf(order.subject_id)];
    const subject = one(main, 'subject', 'id = ?', subjectId);
    const payment = one(main, 'payment', 'subject_id = ?', subjectId);
    const link = one(main, 'order_link', 'order_id = ?', id);
    const key = one(keys, 'subject_key', 'subject_id = ?', subjectId);
    for (const store of [main, keys, log]) store.exec('begin immediate');
    for (let guest = 0; guest < guests; guest += 1) {
      const guestId = randomUUID();
      const orderId = randomUUID();
      const own = { subject_id: guestId };
      add(main, 'subject', { ...subject, id: guestId });
      const number = `BX-${randomBytes(6).toString('hex').toUpperCase()}`;
      const paid = { state: 'PAID', paid_at: Date.now(), delivered_at: null, closed_at: null };
      add(main, 'placed_order', { ...order, ...own, ...paid, id: orderId, number, invoice_number: null });
      const reference = randomBytes(16).toString('hex');
      add(main, 'payment', { ...payment, ...own, id: randomUUID(), order_id: orderId, reference, state: 'SUCCEEDED' });
      add(main, 'order_link', {
        ...link,
        id: randomUUID(),
        order_id: orderId,
        token_hash: randomBytes(32).toString('hex'),
      });
      const counted = { kind: 'CONFIRMATION', queued_at: Date.now(), address_index: randomBytes(32).toString('hex') };
      add(main, 'mail_throttle', { ...own, ...counted, id: randomUUID() });
      add(keys, 'subject_key', { ...key, ...own, id: randomUUID() });
      add(log, 'subject_pseudonym', { ...own, pseudonym: randomUUID(), entries: 0, head: null });
    }
    for (const store of [main, keys, log]) store.exec('commit');
  } finally {
    for (const store of [main, keys, log]) store.close();
  }
}

function textOf(value: SQLInputValue | undefined): string {
  if (typeof value !== 'string') throw new Error('An id is no text.');
  return value;
}

function one(store: DatabaseSync, table: string, where: string, ...values: string[]): Row {
  const row = store.prepare(`select * from ${table} where ${where} limit 1`).get(...values);
  if (!row) throw new Error(`There is no row of ${table} to copy.`);
  return row;
}

const statements = new WeakMap<DatabaseSync, Map<string, ReturnType<DatabaseSync['prepare']>>>();

function add(store: DatabaseSync, table: string, row: Row): void {
  const known = statements.get(store) ?? new Map<string, ReturnType<DatabaseSync['prepare']>>();
  statements.set(store, known);
  const columns = Object.keys(row);
  const statement =
    known.get(table) ??
    store.prepare(`insert into ${table} (${columns.join(', ')}) values (${columns.map(() => '?').join(', ')})`);
  known.set(table, statement);
  statement.run(...Object.values(row));
}
