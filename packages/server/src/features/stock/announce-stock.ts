import type { Bus } from '../../platform/bus/bus.ts';

/** Tells every process that the stock of variants has changed; after the commit that changed it. */
export async function announceStock(bus: Bus, variantIds: readonly string[]): Promise<void> {
  if (variantIds.length > 0) await bus.publish('stock-changed', { variantIds: [...new Set(variantIds)] });
}
