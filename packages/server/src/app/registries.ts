import type { RetentionDays } from '@barrier/schema/privacy/retention.ts';
import { registerAccountErasure } from '../features/accounts/account.erasure.ts';
import { registerAccountRetention } from '../features/accounts/account.retention.ts';
import { registerEmailChangeErasure } from '../features/accounts/email-change.erasure.ts';
import { registerEmailChangeRetention } from '../features/accounts/email-change.retention.ts';
import { registerSecondFactorErasure } from '../features/accounts/second-factor/second-factor.erasure.ts';
import { registerSavedAddressErasure } from '../features/addresses/saved-address.erasure.ts';
import { registerSavedAddressRetention } from '../features/addresses/saved-address.retention.ts';
import { registerCheckoutErasure } from '../features/checkout/checkout.erasure.ts';
import { registerConsentErasure } from '../features/consent/consent.erasure.ts';
import { registerConsentRetention } from '../features/consent/consent.retention.ts';
import { registerDataRightsErasure } from '../features/data-rights/data-rights.erasure.ts';
import { registerMailErasure } from '../features/mail/mail.erasure.ts';
import { registerMailRetention } from '../features/mail/mail.retention.ts';
import { registerOrderErasure } from '../features/orders/order.erasure.ts';
import { registerOrderRetention } from '../features/orders/order.retention.ts';
import { registerPaymentErasure } from '../features/payments/payment.erasure.ts';
import { registerPaymentRetention } from '../features/payments/payment.retention.ts';
import { registerErasureRemnants } from '../privacy/erasure/erasure.remnants.ts';
import { createPrivacyRegistry, type PrivacyRegistry } from '../privacy/registry/privacy-registry.ts';

/** The registries of erasure, download, retention and controls, with what every feature adds to them. */
export function fillPrivacyRegistry(retentionDays?: RetentionDays): PrivacyRegistry {
  const registry = createPrivacyRegistry(retentionDays);
  registerPaymentErasure(registry);
  registerPaymentRetention(registry);
  registerCheckoutErasure(registry);
  registerOrderErasure(registry);
  registerOrderRetention(registry);
  registerMailErasure(registry);
  registerMailRetention(registry);
  registerConsentErasure(registry);
  registerConsentRetention(registry);
  registerEmailChangeErasure(registry);
  registerEmailChangeRetention(registry);
  registerSavedAddressErasure(registry);
  registerSavedAddressRetention(registry);
  registerSecondFactorErasure(registry);
  registerAccountErasure(registry);
  registerAccountRetention(registry);
  registerDataRightsErasure(registry);
  registerErasureRemnants(registry);
  return registry;
}
