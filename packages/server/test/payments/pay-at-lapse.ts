import { setTimeout } from 'node:timers/promises';
import { expect } from 'vitest';
import { OrderMailJob } from '../../src/features/mail/order-mail-job.ts';
import { lapsePayment } from '../../src/features/payments/lapse-payment.ts';
import { Job } from '../../src/platform/jobs/job.entity.ts';
import type { TestStores } from '../stores/describe-dialects.ts';
import { openPaymentWorld } from './open-payment-world.ts';
import { payAt } from './sandbox-process.ts';

/** How many of the rounds went which way. */
export interface LapseRace {
  readonly paid: number;
  readonly lapsed: number;
}

/**
 * Pays at the instant of the lapse (D15), so many times: whoever wins, institution and shop agree, and stock adds up. The lapse
 * runs twice each time, as after a kill.
 */
export async function raceLapseAgainstPayment(stores: TestStores, rounds: number): Promise<LapseRace> {
  const world = await openPaymentWorld(stores, { units: rounds });
  const race = { paid: 0, lapsed: 0 };
  /** By how many ms the lapse is ahead of the payment; behind it where it is negative. */
  let aheadMs = 0;
  try {
    for (let round = 0; round < rounds; round += 1) {
      // The institution has its own clock; a session is opened in its time.
      world.clock.advance(Date.now() - world.clock.now().getTime());
      const { orderId, paymentId, paymentUrl } = await world.placeAndStart({ payableForMs: 30_000 });
      world.clock.advance(30_000);
      const lapse = () => setTimeout(Math.max(0, -aheadMs)).then(() => lapsePayment(world.deps, paymentId));
      const pay = () => setTimeout(Math.max(0, aheadMs)).then(() => payAt(paymentUrl));
      const [status] = await Promise.all([pay(), lapse(), lapse()]);
      const paid = status === 200;
      await world.reach(orderId, paid ? 'SUCCEEDED/PAID' : 'EXPIRED/LAPSED');
      race[paid ? 'paid' : 'lapsed'] += 1;
      // Feels its way to the instant at which it is open who wins.
      aheadMs += (paid ? 1 : -1) * Math.max(1, Math.abs(aheadMs) * 0.3);
    }
    expect(await world.stock()).toEqual({ shelf: race.lapsed, reserved: 0, sold: race.paid });
    expect(world.door.errors).toEqual([]);
    // A lapse that was healed by a late success would have told the customer both.
    const jobs = await world.core.stores.main.em.fork().find(Job, { kind: OrderMailJob.WRITE });
    const told = (mail: string) => jobs.filter(({ payload }) => payload.mail === mail).length;
    expect({ confirmed: told('CONFIRMATION'), lapsed: told('PAYMENT_LAPSED') }).toEqual({
      confirmed: race.paid,
      lapsed: race.lapsed,
    });
    return race;
  } finally {
    await world.close();
  }
}
