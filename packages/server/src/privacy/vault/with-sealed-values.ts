import type { StoreOptions } from '../../platform/orm/store.ts';
import { SealedHydrator } from './sealed-hydrator.ts';
import { SealedWriteGuard } from './sealed-write-guard.ts';

/** The options of a store whose entities have sealed properties: they are bound when loaded and checked when written. */
export function withSealedValues(options: StoreOptions): StoreOptions {
  return {
    ...options,
    extra: { ...options.extra, hydrator: SealedHydrator, subscribers: [new SealedWriteGuard()] },
  };
}
