import { expect } from 'vitest';
import { lapsePayment } from '../../src/features/payments/lapse-payment.ts';
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
  try {
    for (let round = 0; round < rounds; round += 1) {
      const { orderId, paymentId, paymentUrl } = await world.placeAndStart({ payableForMs: 30_000 });
      world.clock.advance(30_000);
      const lapse = () => lapsePayment(world.deps, paymentId);
      // Begun in turn first, so that both come to win.
      const acts = [lapse, () => payAt(paymentUrl), lapse] as const;
      const order = round % 3 === 0 ? [0, 1, 2] : round % 3 === 1 ? [1, 0, 2] : [1, 2, 0];
      const answers: unknown[] = [];
      await Promise.all(
        order.map(async (act) => {
          answers[act] = await acts[act as 0 | 1 | 2]();
        }),
      );
      const paid = answers[1] === 200;
      await world.reach(orderId, paid ? 'SUCCEEDED/PAID' : 'EXPIRED/LAPSED');
      race[paid ? 'paid' : 'lapsed'] += 1;
      world.clock.advance(-30_000);
    }
    expect(await world.stock()).toEqual({ shelf: race.lapsed, reserved: 0, sold: race.paid });
    expect(world.door.errors).toEqual([]);
    return race;
  } finally {
    await world.close();
  }
}
