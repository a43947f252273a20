import type { Logger } from 'pino';
import { registerAccountCanary } from '../features/accounts/account.canary.ts';
import { registerEmailChangeCanary } from '../features/accounts/email-change.canary.ts';
import { registerSecondFactorCanary } from '../features/accounts/second-factor/second-factor.canary.ts';
import { registerSavedAddressCanary } from '../features/addresses/saved-address.canary.ts';
import { registerCheckoutCanary } from '../features/checkout/checkout.canary.ts';
import { registerConsentCanary } from '../features/consent/consent.canary.ts';
import { registerDownloadCanary } from '../features/data-rights/download/download.canary.ts';
import { registerMailCanary } from '../features/mail/mail.canary.ts';
import { registerOrderControls } from '../features/orders/order.controls.ts';
import { openBus } from '../platform/bus/open-bus.ts';
import type { Clock } from '../platform/clock/clock.ts';
import type { PrivacyCore } from '../privacy/core.ts';
import { registerDatabaseLogControl } from '../privacy/database-log/database-log.controls.ts';
import { seedAgreements } from '../privacy/egress/seed-agreements.ts';
import { registerErasureControls } from '../privacy/erasure/erasure.controls.ts';
import { openErasureLedger } from '../privacy/erasure/erasure-ledger.ts';
import { findClosedEpochs } from '../privacy/keys/find-closed-epochs.ts';
import { openPrivacyCore } from '../privacy/open-privacy-core.ts';
import { PrivacyError } from '../privacy/privacy-error.ts';
import { registerRetentionControls } from '../privacy/retention/retention.controls.ts';
import type { Config } from './config.ts';
import { ConfigError } from './config-error.ts';
import { openAgreedKeyProvider } from './open-agreed-key-provider.ts';
import { openStores } from './open-stores.ts';
import { fillPrivacyRegistry } from './registries.ts';
import type { Progress } from './shop.ts';

/** What the privacy core is opened with. */
export interface PrivacyOptions {
  readonly config: Config;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly progress: Progress;
}

/** Opens stores, bus, keys, vault and log. */
export async function openPrivacy({ config, clock, logger, progress }: PrivacyOptions): Promise<PrivacyCore> {
  const stores = await openStores(config, progress);
  const onError = (error: unknown) => logger.error({ err: error }, 'the bus failed');
  const bus = await openBus({ store: stores.main, url: config.mainUrl, onError });
  await seedAgreements(stores.main, clock, { sandbox: config.sandboxPort !== null });
  const core = await openPrivacyCore({
    stores,
    clock,
    bus,
    provider: await openAgreedKeyProvider(config, { stores, clock }),
    registry: fillPrivacyRegistry(config.retentionDays),
    ledger: openErasureLedger(config.erasureLedger),
    blindIndexKey: config.secrets.blindIndexKey,
  });
  registerOrderControls(core);
  registerErasureControls(core);
  registerRetentionControls(core);
  registerDatabaseLogControl(core);
  registerCheckoutCanary(core);
  registerMailCanary(core);
  registerAccountCanary(core);
  registerConsentCanary(core);
  registerEmailChangeCanary(core);
  registerSavedAddressCanary(core);
  registerSecondFactorCanary(core);
  registerDownloadCanary(core);
  await refuseClosedKeys(core);
  return core;
}

/**
 * Nothing can be sealed or opened where key store and key provider are not of the same time, as after a restore of one of them.
 * @throws {ConfigError}
 */
async function refuseClosedKeys(core: PrivacyCore): Promise<void> {
  const closed = await findClosedEpochs(core).catch((error: unknown) => {
    // A remote provider may be away for now; what needs no key is served meanwhile.
    if (error instanceof PrivacyError && error.code === 'KEY_PROVIDER') return [];
    throw error;
  });
  if (closed.length === 0) return;
  await closePrivacy(core);
  throw new ConfigError(
    `KEY_PROVIDER does not open the keys of epoch ${closed.join(', ')}: the store of KEYS_DATABASE_URL and the keyring are not of the same time. See docs/runbooks/restore.md.`,
  );
}

/** Closes what `openPrivacy` opened. */
export async function closePrivacy(core: PrivacyCore): Promise<void> {
  core.keys.close();
  await core.bus.close();
  for (const store of Object.values(core.stores)) await store.close(true);
}
