import { dayOf } from '../../platform/clock/clock.ts';
import type { JobWorker } from '../../platform/jobs/job-worker.ts';
import type { PrivacyCore } from '../../privacy/core.ts';
import { Cart } from '../cart/cart.entity.ts';
import { OrderCode } from '../orders/order-code.entity.ts';
import { OrderLink } from '../orders/order-link.entity.ts';
import { announceStock } from '../stock/announce-stock.ts';
import { releaseForgottenStock } from '../stock/release-forgotten-stock.ts';
import { PlacedRequest } from './placed-request.entity.ts';

/** How long a cart is kept that nobody changes, in days; browsers keep its token as long. */
export const CART_DAYS = 30;

const DAY_MS = 86_400_000;

/** States how often checkout is swept. */
export function registerCheckoutJobs(worker: JobWorker, core: PrivacyCore): void {
  worker.registerRecurringJob('sweep-checkout', 3_600_000, () => sweepCheckout(core));
}

/** Deletes what has had its time: fingerprints, links, codes and carts; frees stock whose order is gone (P4.5). */
export async function sweepCheckout(core: PrivacyCore): Promise<void> {
  const now = core.clock.now();
  const em = core.stores.main.em.fork();
  await em.nativeDelete(PlacedRequest, { expiresAt: { $lt: now } });
  await em.nativeDelete(OrderLink, { expiresAt: { $lt: now } });
  // A code counts those of its day.
  await em.nativeDelete(OrderCode, { expiresAt: { $lt: new Date(now.getTime() - DAY_MS) } });
  await em.nativeDelete(Cart, { updatedOn: { $lt: dayOf(new Date(now.getTime() - CART_DAYS * DAY_MS)) } });
  await announceStock(core.bus, await releaseForgottenStock(core.stores.main.em.fork(), now));
}
