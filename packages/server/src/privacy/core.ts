import type { Bus } from '../platform/bus/bus.ts';
import type { Clock } from '../platform/clock/clock.ts';
import type { Store } from '../platform/orm/store.ts';
import type { AccessLog } from './access-log/access-log.ts';
import type { BlindIndex } from './blind-index/blind-index.ts';
import type { CanaryWords } from './canary/canary-words.ts';
import type { ErasureLedger } from './erasure/erasure-ledger.ts';
import type { KeyProvider } from './keys/key-provider.ts';
import type { KeyStore } from './keys/key-store.ts';
import type { PrivacyRegistry } from './registry/privacy-registry.ts';
import type { Vault } from './vault/vault.ts';

/** Everything that the privacy core needs, opened once at start by `openPrivacyCore`. */
export interface PrivacyCore {
  readonly stores: { readonly main: Store; readonly keys: Store; readonly log: Store };
  readonly clock: Clock;
  readonly bus: Bus;
  readonly provider: KeyProvider;
  readonly keys: KeyStore;
  readonly vault: Vault;
  readonly accessLog: AccessLog;
  readonly blindIndex: BlindIndex;
  /** What the planted canaries are called (decision 015). */
  readonly canary: CanaryWords;
  readonly registry: PrivacyRegistry;
  /** Every erasure, outside the stores. */
  readonly ledger: ErasureLedger;
}
