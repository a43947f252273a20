import { type Clock, systemClock } from '../../platform/clock/clock.ts';
import type { PrivacyCore } from '../../privacy/core.ts';
import { readConfig } from '../config.ts';
import { openStores } from '../open-stores.ts';

/** What a command on the register of agreements works with. */
export interface StoresAtHand {
  readonly stores: PrivacyCore['stores'];
  readonly clock: Clock;
}

/** Opens the stores for a command, and closes them after. The server may run meanwhile, on SQLite too. */
export async function withStores(work: (atHand: StoresAtHand) => Promise<void>): Promise<void> {
  const stores = await openStores(readConfig(process.env), () => undefined);
  try {
    await work({ stores, clock: systemClock });
  } finally {
    for (const store of Object.values(stores)) await store.close(true);
  }
}
