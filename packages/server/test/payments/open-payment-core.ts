import { join } from 'node:path';
import { registerMailDownload } from '../../src/features/mail/mail.download.ts';
import { registerMailErasure } from '../../src/features/mail/mail.erasure.ts';
import { registerMailRetention } from '../../src/features/mail/mail.retention.ts';
import { registerOrderDownload } from '../../src/features/orders/order.download.ts';
import { registerOrderErasure } from '../../src/features/orders/order.erasure.ts';
import { registerPaymentDownload } from '../../src/features/payments/payment.download.ts';
import { registerPaymentErasure } from '../../src/features/payments/payment.erasure.ts';
import { registerPaymentRetention } from '../../src/features/payments/payment.retention.ts';
import { openBus } from '../../src/platform/bus/open-bus.ts';
import type { Clock } from '../../src/platform/clock/clock.ts';
import type { PrivacyCore } from '../../src/privacy/core.ts';
import { seedAgreements } from '../../src/privacy/egress/seed-agreements.ts';
import { openErasureLedger } from '../../src/privacy/erasure/erasure-ledger.ts';
import { createLocalKeyring } from '../../src/privacy/keys/local-keyring.ts';
import { openPrivacyCore } from '../../src/privacy/open-privacy-core.ts';
import { createPrivacyRegistry } from '../../src/privacy/registry/privacy-registry.ts';

/** What a core is opened on. */
export interface CoreParts {
  readonly stores: PrivacyCore['stores'];
  readonly mainUrl: string;
  /** Where the keyring is. */
  readonly dataDir: string;
  readonly clock: Clock;
}

/** Opens the privacy core with what orders, payments and mails register, on stores that are migrated. */
export async function openPaymentCore({ stores, mainUrl, dataDir, clock }: CoreParts): Promise<PrivacyCore> {
  const registry = createPrivacyRegistry();
  registerPaymentErasure(registry);
  registerPaymentDownload(registry);
  registerOrderErasure(registry);
  registerOrderDownload(registry);
  registerPaymentRetention(registry);
  registerMailErasure(registry);
  registerMailDownload(registry);
  registerMailRetention(registry);
  const onError = (error: unknown) => {
    throw error;
  };
  const bus = await openBus({ store: stores.main, url: mainUrl, onError, pollEveryMs: 200 });
  await seedAgreements(stores.main, clock, { sandbox: true });
  const provider = createLocalKeyring(join(dataDir, 'keyring.json'));
  const ledger = openErasureLedger(join(dataDir, 'erasures'));
  return openPrivacyCore({ stores, clock, bus, provider, registry, ledger, blindIndexKey: '0f'.repeat(32) });
}
