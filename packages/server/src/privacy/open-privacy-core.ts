import type { Bus } from '../platform/bus/bus.ts';
import type { Clock } from '../platform/clock/clock.ts';
import { ownSql } from '../platform/orm/own-sql.ts';
import { openAccessLog } from './access-log/access-log.ts';
import { createBlindIndex } from './blind-index/blind-index.ts';
import { createCanaryWords } from './canary/canary-words.ts';
import type { PrivacyCore } from './core.ts';
import type { ErasureLedger } from './erasure/erasure-ledger.ts';
import { DataKeyCache } from './keys/data-key-cache.ts';
import { ensureActiveEpoch } from './keys/key-epochs.ts';
import type { KeyProvider } from './keys/key-provider.ts';
import { createKeyStore } from './keys/key-store.ts';
import type { PrivacyRegistry } from './registry/privacy-registry.ts';
import { Vault } from './vault/vault.ts';

/** What the privacy core is made of. */
export interface PrivacyCoreParts {
  readonly stores: PrivacyCore['stores'];
  readonly clock: Clock;
  readonly bus: Bus;
  readonly provider: KeyProvider;
  readonly registry: PrivacyRegistry;
  readonly ledger: ErasureLedger;
  /** 64 hexadecimal digits. */
  readonly blindIndexKey: string;
}

/** Opens the privacy core on migrated stores, and keeps the keys in memory in step with the other processes. */
export async function openPrivacyCore(parts: PrivacyCoreParts): Promise<PrivacyCore> {
  const { stores, clock, bus, provider, registry, ledger } = parts;
  const sql = ownSql(stores.keys);
  const keys = createKeyStore({ sql, provider, cache: new DataKeyCache(), clock });
  await ensureActiveEpoch(sql, provider, clock.now());
  bus.subscribe('key-destroyed', ({ subjectId }) => keys.evict(subjectId));
  bus.subscribe('key-epoch-changed', () => provider.refresh?.());
  return {
    stores,
    clock,
    bus,
    provider,
    keys,
    vault: new Vault(keys, () => clock.now().getTime()),
    accessLog: await openAccessLog(ownSql(stores.log), clock),
    blindIndex: createBlindIndex(parts.blindIndexKey),
    canary: createCanaryWords(parts.blindIndexKey),
    registry,
    ledger,
  };
}
