import { Variant } from '../../src/features/catalog/variant.entity.ts';
import { TaxLedger } from '../../src/features/orders/tax-ledger.entity.ts';
import { SalesLedger } from '../../src/features/stock/sales-ledger.entity.ts';
import { StockReservation } from '../../src/features/stock/stock-reservation.entity.ts';
import { verifyLog } from '../../src/privacy/access-log/verify-log.ts';
import { asShopper } from '../shop/as-shopper.ts';
import { findTraces } from '../shop/find-traces.ts';
import { readRows } from '../shop/read-rows.ts';
import { filesIn, scanFiles } from '../shop/scan-files.ts';
import { fieldsOf, readAccessLog } from '../shop/watch-vault.ts';
import type { Guest } from './guest.ts';
import { UNITS, type World } from './world.ts';

/** What does not hold in a world that should; empty if everything does. */
export async function findBrokenPromises(world: World): Promise<string[]> {
  return [
    ...(await aboutGuests(world)),
    ...(await aboutBooks(world)),
    ...(await aboutOpenings(world)),
    ...(await aboutPlaintext(world)),
  ];
}

/** No order that somebody paid for is lost, and nobody who was erased is found. */
async function aboutGuests(world: World): Promise<string[]> {
  const broken: string[] = [];
  for (const [at, guest] of world.guests.entries()) {
    const { errors, data } = await asShopper(world.test.url).tryToFollow(guest.bought.token);
    const state = data?.order?.state ?? errors[0]?.extensions.code ?? 'nothing';
    const say = (what: string) => broken.push(`guest ${at} ${what}: ${state}`);
    if (guest.erased) {
      if (state !== 'NOT_FOUND') say('is erased and found');
      const keys = await world.shop.core.keys.existing([guest.subjectId]);
      if (keys.size > 0) say('is erased and has a key');
      continue;
    }
    if (guest.paid && !guest.booked) say('has paid and is not booked');
    if (!isUnderWay(guest)) continue;
    if (state !== 'PAID') say('waits for a parcel of an order that is lost');
    else if ((await world.linesOf(guest)) === null) say('waits for a parcel, and nobody knows of what');
  }
  return broken;
}

function isUnderWay({ booked, delivered, erased }: Guest): boolean {
  return booked && !delivered && !erased;
}

/** Money and goods add up, whatever became of whom. */
async function aboutBooks({ shop, guests, variantId }: World): Promise<string[]> {
  const em = shop.core.stores.main.em.fork();
  const booked = guests.filter((guest) => guest.booked);
  const taxes = await em.find(TaxLedger, {});
  const taken = taxes.reduce((sum, { net, tax }) => sum + net + tax, 0);
  const due = booked.reduce((sum, { total }) => sum + total, 0);
  const sales = await em.find(SalesLedger, { variantId });
  const sold = sales.reduce((sum, { quantity }) => sum + quantity, 0);
  const units = booked.reduce((sum, guest) => sum + guest.units, 0);
  const reservations = await em.find(StockReservation, { variantId });
  const reserved = reservations.reduce((sum, { quantity }) => sum + quantity, 0);
  const { stock } = await em.findOneOrFail(Variant, { id: variantId });
  return [
    ...(taken === due ? [] : [`the books have ${taken} in place of ${due}`]),
    ...(sold === units ? [] : [`${sold} units are sold in place of ${units}`]),
    ...(stock + reserved + sold === UNITS ? [] : [`of ${UNITS} units ${stock} + ${reserved} + ${sold} are known`]),
  ];
}

/** Nothing was opened without an entry in the log, and the log is whole. */
async function aboutOpenings({ shop, guests, openings }: World): Promise<string[]> {
  const { log } = shop.core.stores;
  const { fault } = await verifyLog(log);
  const entries = await readAccessLog(log);
  const logged = new Set(entries.flatMap((entry) => fieldsOf(entry).map((field) => `${entry.subjectId} ${field}`)));
  const living = new Set(guests.filter(({ erased }) => !erased).map(({ subjectId }) => subjectId));
  const unlogged = openings.filter(
    ({ subjectId, field }) => living.has(subjectId) && !logged.has(`${subjectId} ${field}`),
  );
  return [
    ...(fault ? [`the log is ${fault.kind} at ${fault.sequence}`] : []),
    ...unlogged.map(({ field }) => `${field} was opened without an entry`),
  ];
}

/** Nothing that anybody ever entered stands anywhere as it is, living or erased. */
async function aboutPlaintext({ shop, test, guests }: World): Promise<string[]> {
  const values = guests.flatMap(({ entered }) => entered);
  const { main, keys, log } = shop.core.stores;
  const rows = (await Promise.all([main, keys, log].map(readRows))).flat();
  const inRows = rows.flatMap(({ table, columns }) =>
    Object.entries(columns).flatMap(([column, value]) =>
      findTraces(bytesOf(value), values).map((trace) => `${table}.${column}: ${trace}`),
    ),
  );
  return [
    ...inRows,
    ...scanFiles(test.dataDir, filesIn(test.dataDir), { values, marks: [] }),
    ...findTraces(Buffer.from(test.logged()), values).map((trace) => `the log of the server: ${trace}`),
  ];
}

function bytesOf(value: unknown): Buffer {
  if (value instanceof Uint8Array) return Buffer.from(value);
  return Buffer.from(typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));
}
