import { AccountSchema } from '../features/accounts/account.entity.ts';
import { AccountSessionSchema } from '../features/accounts/account-session.entity.ts';
import { EmailChangeSchema } from '../features/accounts/email-change.entity.ts';
import { PasskeySchema } from '../features/accounts/passkeys/passkey.entity.ts';
import { PasskeyCeremonySchema } from '../features/accounts/passkeys/passkey-ceremony.entity.ts';
import { PersonSubjectSchema } from '../features/accounts/person-subject.entity.ts';
import { RecoveryCodeSchema } from '../features/accounts/second-factor/recovery-code.entity.ts';
import { SecondFactorChallengeSchema } from '../features/accounts/second-factor/second-factor-challenge.entity.ts';
import { TotpFactorSchema } from '../features/accounts/second-factor/totp-factor.entity.ts';
import { SignInAttemptSchema } from '../features/accounts/sign-in-attempt.entity.ts';
import { SignInChallengeSchema } from '../features/accounts/sign-in-challenge.entity.ts';
import { SavedAddressSchema } from '../features/addresses/saved-address.entity.ts';
import { CartSchema } from '../features/cart/cart.entity.ts';
import { CartLineSchema } from '../features/cart/cart-line.entity.ts';
import { CatalogueStateSchema } from '../features/catalog/catalogue-state.entity.ts';
import { CollectionSchema } from '../features/catalog/collection.entity.ts';
import { FetchedPictureSchema } from '../features/catalog/fetched-pictures/fetched-picture.entity.ts';
import { IngredientSchema } from '../features/catalog/ingredient.entity.ts';
import { ProductSchema } from '../features/catalog/product.entity.ts';
import { VariantSchema } from '../features/catalog/variant.entity.ts';
import { PlacedRequestSchema } from '../features/checkout/placed-request.entity.ts';
import { ConsentRecordSchema } from '../features/consent/consent-record.entity.ts';
import { NewsIssueSchema } from '../features/consent/news-issue.entity.ts';
import { SignalObjectionSchema } from '../features/consent/signal-objection.entity.ts';
import { DataDownloadSchema } from '../features/data-rights/download/data-download.entity.ts';
import { DownloadPartSchema } from '../features/data-rights/download/download-part.entity.ts';
import { ErasureRequestSchema } from '../features/data-rights/erasure-request.entity.ts';
import { ReceiptLinkSchema } from '../features/data-rights/receipt-link.entity.ts';
import { MailSchema } from '../features/mail/mail.entity.ts';
import { MailThrottleSchema } from '../features/mail/mail-throttle.entity.ts';
import { BookShuffleSchema } from '../features/orders/book-shuffle.entity.ts';
import { InvoiceSeriesSchema } from '../features/orders/invoice-series.entity.ts';
import { OrderSchema } from '../features/orders/order.entity.ts';
import { OrderCodeSchema } from '../features/orders/order-code.entity.ts';
import { OrderLinkSchema } from '../features/orders/order-link.entity.ts';
import { ReducedOrderSchema } from '../features/orders/reduced-order.entity.ts';
import { TaxLedgerSchema } from '../features/orders/tax-ledger.entity.ts';
import { PaymentSchema } from '../features/payments/payment.entity.ts';
import { PaymentEventSchema } from '../features/payments/payment-event.entity.ts';
import { PromotionSchema } from '../features/promotions/promotion.entity.ts';
import { SalesLedgerSchema } from '../features/stock/sales-ledger.entity.ts';
import { StockReservationSchema } from '../features/stock/stock-reservation.entity.ts';
import { BusEventSchema } from '../platform/bus/bus-event.entity.ts';
import { JobSchema } from '../platform/jobs/job.entity.ts';
import { KEYS_MIGRATIONS } from '../platform/migrations/keys.ts';
import { LOG_MIGRATIONS } from '../platform/migrations/log.ts';
import { MAIN_MIGRATIONS } from '../platform/migrations/main.ts';
import type { StoreOptions } from '../platform/orm/store.ts';
import { AccessEntrySchema } from '../privacy/access-log/access-entry.entity.ts';
import { LeafSaltSchema } from '../privacy/access-log/leaf-salt.entity.ts';
import { LogHeadSchema } from '../privacy/access-log/log-head.entity.ts';
import { SubjectPseudonymSchema } from '../privacy/access-log/subject-pseudonym.entity.ts';
import { ControlOutcomeSchema } from '../privacy/controls/control-outcome.entity.ts';
import { EgressAgreementSchema } from '../privacy/egress/egress-agreement.entity.ts';
import { ErasureRecordSchema } from '../privacy/erasure/erasure-record.entity.ts';
import { DestroyedKeySchema } from '../privacy/keys/destroyed-key.entity.ts';
import { KeyEpochSchema } from '../privacy/keys/key-epoch.entity.ts';
import { SubjectKeySchema } from '../privacy/keys/subject-key.entity.ts';
import { RetentionRunSchema } from '../privacy/retention/retention-run.entity.ts';
import { SubjectSchema } from '../privacy/subjects/subject.entity.ts';
import { withSealedValues } from '../privacy/vault/with-sealed-values.ts';
import type { Config } from './config.ts';

/** The names of the stores: main data, keys and access log never share a database file or connection (D3, D6). */
export type StoreName = 'main' | 'keys' | 'log';

/** What each store holds. A feature adds its entities here. */
const STORES: Readonly<Record<StoreName, Pick<StoreOptions, 'entities' | 'migrations'>>> = {
  main: {
    entities: [
      AccountSchema,
      AccountSessionSchema,
      BookShuffleSchema,
      BusEventSchema,
      CartLineSchema,
      CartSchema,
      CatalogueStateSchema,
      CollectionSchema,
      ConsentRecordSchema,
      ControlOutcomeSchema,
      DataDownloadSchema,
      DownloadPartSchema,
      EgressAgreementSchema,
      EmailChangeSchema,
      ErasureRecordSchema,
      ErasureRequestSchema,
      FetchedPictureSchema,
      IngredientSchema,
      InvoiceSeriesSchema,
      JobSchema,
      MailSchema,
      MailThrottleSchema,
      NewsIssueSchema,
      OrderCodeSchema,
      OrderLinkSchema,
      OrderSchema,
      PasskeyCeremonySchema,
      PasskeySchema,
      PaymentEventSchema,
      PaymentSchema,
      PersonSubjectSchema,
      PlacedRequestSchema,
      ProductSchema,
      PromotionSchema,
      ReceiptLinkSchema,
      ReducedOrderSchema,
      RetentionRunSchema,
      SalesLedgerSchema,
      SignalObjectionSchema,
      SavedAddressSchema,
      RecoveryCodeSchema,
      SecondFactorChallengeSchema,
      SignInAttemptSchema,
      SignInChallengeSchema,
      StockReservationSchema,
      SubjectSchema,
      TaxLedgerSchema,
      TotpFactorSchema,
      VariantSchema,
    ],
    migrations: MAIN_MIGRATIONS,
  },
  keys: { entities: [DestroyedKeySchema, KeyEpochSchema, SubjectKeySchema], migrations: KEYS_MIGRATIONS },
  log: {
    entities: [AccessEntrySchema, LeafSaltSchema, LogHeadSchema, SubjectPseudonymSchema],
    migrations: LOG_MIGRATIONS,
  },
};

/**
 * Tables that must not tell in which order their rows came (D4). SQLite numbers the rows of a table in the order of their
 * insertion, unless it is made WITHOUT ROWID.
 */
export const UNORDERED_TABLES: readonly string[] = ['reduced_order', 'sales_ledger', 'stock_reservation', 'tax_ledger'];

/** What `openStore` needs for a store of this configuration. */
export function storeOptions(name: StoreName, config: Pick<Config, 'mainUrl' | 'keysUrl' | 'logUrl'>): StoreOptions {
  const url = { main: config.mainUrl, keys: config.keysUrl, log: config.logUrl }[name];
  // A transaction's context is found by name: under one name, work on the log inside a transaction of main would land in main.
  const extra = { contextName: name };
  const options = { url, ...STORES[name], poolSize: name === 'main' ? 10 : 3, extra };
  return name === 'main' ? withSealedValues(options) : options;
}
