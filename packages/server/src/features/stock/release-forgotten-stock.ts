import type { SqlEntityManager } from '@mikro-orm/sql';
import { dayOf } from '../../platform/clock/clock.ts';
import { type Reservation, releaseStock } from './reserve-stock.ts';

/** Days after which a reservation is forgotten: an order is paid or lapses within the hour, and an institution's outage ends. */
const FORGOTTEN_AFTER_DAYS = 3;

/**
 * Gives back the stock of orders that were erased before they were paid: nobody can open any more which it was. Should such
 * a payment still succeed, its goods are reserved again or the money goes back, as after any lapse (D15).
 * @returns the variants whose stock changed, for `announceStock`.
 */
export async function releaseForgottenStock(em: SqlEntityManager, now: Date): Promise<string[]> {
  const before = dayOf(new Date(now.getTime() - FORGOTTEN_AFTER_DAYS * 86_400_000));
  return em.transactional(async (transaction) => {
    const rows = await transaction.execute<{ id: string; variant_id: string; quantity: number }[]>(
      'select id, variant_id, quantity from stock_reservation where reserved_on < ?',
      [before],
    );
    const forgotten = rows.map(
      ({ id, variant_id, quantity }): Reservation => ({ id, variantId: variant_id, quantity }),
    );
    return releaseStock(transaction, forgotten);
  });
}
