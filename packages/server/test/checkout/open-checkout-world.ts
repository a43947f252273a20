import { join } from 'node:path';
import { AddToCartArgs } from '@barrier/schema/cart/cart.args.ts';
import { PlaceOrderInput } from '@barrier/schema/checkout/place-order.input.ts';
import type { PlaceOrderPayload } from '@barrier/schema/checkout/place-order.result.ts';
import type { Language, Market } from '@barrier/schema/market/market.type.ts';
import type { PersonalMark } from '@barrier/schema/privacy/marks.ts';
import type { SqlEntityManager } from '@mikro-orm/sql';
import { v7 as uuidv7 } from 'uuid';
import { addToCart } from '../../src/features/cart/add-to-cart.ts';
import { CatalogueSnapshot } from '../../src/features/catalog/catalogue-snapshot.ts';
import { Product } from '../../src/features/catalog/product.entity.ts';
import { Variant } from '../../src/features/catalog/variant.entity.ts';
import { registerCheckoutErasure } from '../../src/features/checkout/checkout.erasure.ts';
import type { CheckoutContext } from '../../src/features/checkout/checkout-context.ts';
import { placeOrder } from '../../src/features/checkout/place-order.ts';
import { registerMailDownload } from '../../src/features/mail/mail.download.ts';
import { registerMailErasure } from '../../src/features/mail/mail.erasure.ts';
import { registerMailRetention } from '../../src/features/mail/mail.retention.ts';
import type { OwnOrdersContext } from '../../src/features/orders/list-own-orders.ts';
import { registerOrderControls } from '../../src/features/orders/order.controls.ts';
import { registerOrderDownload } from '../../src/features/orders/order.download.ts';
import { registerOrderErasure } from '../../src/features/orders/order.erasure.ts';
import { registerOrderRetention } from '../../src/features/orders/order.retention.ts';
import type { OrderContext } from '../../src/features/orders/order-context.ts';
import { registerPaymentDownload } from '../../src/features/payments/payment.download.ts';
import { registerPaymentEnding, registerPaymentErasure } from '../../src/features/payments/payment.erasure.ts';
import { registerPaymentRetention } from '../../src/features/payments/payment.retention.ts';
import { createSandboxPaymentInstitution } from '../../src/features/payments/sandbox/sandbox-payment-institution.ts';
import { seedPromotions } from '../../src/features/promotions/seed-promotions.ts';
import { DEMO_SELLER } from '../../src/features/seller/demo-seller.ts';
import { openBus } from '../../src/platform/bus/open-bus.ts';
import { type MovingClock, movingClock } from '../../src/platform/jobs/testing/moving-clock.ts';
import { RawSql } from '../../src/platform/orm/raw-sql.ts';
import { HashKey } from '../../src/platform/tokens/hash-key.ts';
import { AccessSession } from '../../src/privacy/access/access-session.ts';
import type { SubjectProof, Viewer } from '../../src/privacy/access/viewer.ts';
import type { PrivacyCore } from '../../src/privacy/core.ts';
import { seedAgreements } from '../../src/privacy/egress/seed-agreements.ts';
import { openErasureLedger } from '../../src/privacy/erasure/erasure-ledger.ts';
import { createLocalKeyring } from '../../src/privacy/keys/local-keyring.ts';
import { openPrivacyCore } from '../../src/privacy/open-privacy-core.ts';
import { createPrivacyRegistry } from '../../src/privacy/registry/privacy-registry.ts';
import type { TestStores } from '../stores/describe-dialects.ts';

/** The invented guest of these tests, in Germany, by standard delivery. */
export const TESTA_INPUT = {
  email: 'testa.mustermann@example.com',
  recipientName: 'Testa Mustermann',
  address: { countryCode: 'DE', addressLine1: 'Musterweg 1234', postalCode: '10115', city: 'Musterhausen' },
  shippingOptionId: 'standard',
  language: 'EN',
} satisfies PlaceOrderInput;

/** A product on the shelf of a test. */
export interface ShelfProduct {
  readonly variantId: string;
  readonly productId: string;
}

/** One browser: it keeps its cart's token, and each of its requests has a session of its own. */
export interface Browser {
  cartToken: string | null;
  add(variantId: string, quantity?: number, language?: Language, market?: Market): ReturnType<typeof addToCart>;
  place(input?: Partial<PlaceOrderInput>, idempotencyKey?: string | null): Promise<PlaceOrderPayload>;
  /** The context of its next request. */
  request(facts?: RequestFacts): TestContext;
}

/** What a test may say of a request. */
export interface RequestFacts {
  readonly idempotencyKey?: string | null;
  readonly orderProof?: string | null;
  readonly method?: 'GET' | 'POST';
}

/** All that cart, checkout and orders need of a request. */
export type TestContext = CheckoutContext & OrderContext & OwnOrdersContext & { readonly access: AccessSession };

/** A shop with a catalogue in memory, without HTTP. Its payment institution cannot be reached. */
export interface CheckoutWorld {
  readonly core: PrivacyCore;
  readonly clock: MovingClock;
  readonly catalogue: CatalogueSnapshot;
  /** Puts a product on the shelf; `price` in cents, the same in every currency. */
  stock(units: number, price?: number, title?: string): Promise<ShelfProduct>;
  browser(): Browser;
  /** The rows of a table. */
  rows(table: string): Promise<number>;
  close(): Promise<void>;
}

/** Opens one on stores of a test. */
export async function openCheckoutWorld(stores: TestStores): Promise<CheckoutWorld> {
  const clock = movingClock();
  const { main, keys, log } = stores;
  const registry = createPrivacyRegistry();
  registerCheckoutErasure(registry);
  registerOrderErasure(registry);
  registerOrderDownload(registry);
  registerOrderRetention(registry);
  registerPaymentErasure(registry);
  registerPaymentDownload(registry);
  registerPaymentRetention(registry);
  registerMailErasure(registry);
  registerMailDownload(registry);
  registerMailRetention(registry);
  const onError = (error: unknown) => {
    throw error;
  };
  const bus = await openBus({ store: main, url: stores.urls.mainUrl, onError, pollEveryMs: 200 });
  await seedAgreements(main, clock, { sandbox: true });
  await seedPromotions(main.em.fork());
  const provider = createLocalKeyring(join(stores.dataDir, 'keyring.json'));
  const ledger = openErasureLedger(join(stores.dataDir, 'erasures'));
  const parts = { stores: { main, keys, log }, clock, bus, provider, registry, ledger, blindIndexKey: '0f'.repeat(32) };
  const core = await openPrivacyCore(parts);
  registerOrderControls(core);
  const catalogue = await CatalogueSnapshot.load({ store: main, bus, onError });
  const institution = createSandboxPaymentInstitution({
    url: 'http://127.0.0.1:1',
    apiKey: 'aa'.repeat(32),
    webhookSecret: 'bb'.repeat(32),
  });
  const sql = new RawSql(main);
  const fixed = { core, clock, catalogue, sql, fingerprintKey: new HashKey('1e'.repeat(32)), seller: DEMO_SELLER };
  const payments = { core, institution, publicUrl: 'http://localhost:4000', sellerTimeZone: 'Europe/Berlin' };

  registerPaymentEnding(registry, payments);

  const browser = (): Browser => {
    const self: Browser = {
      cartToken: null,
      add: (variantId, quantity = 1, language = 'EN', market = 'EU') =>
        addToCart(self.request(), Object.assign(new AddToCartArgs(), { variantId, quantity, language, market })),
      place: (input = {}, idempotencyKey = null) =>
        placeOrder(self.request({ idempotencyKey }), Object.assign(new PlaceOrderInput(), TESTA_INPUT, input)),
      request: ({ idempotencyKey = null, orderProof = null, method = 'POST' } = {}) => {
        const proofs: SubjectProof[] = [];
        const viewer: Viewer = { kind: 'visitor', proofs };
        return {
          ...fixed,
          payments,
          idempotencyKey,
          orderProof,
          currentSession: () => null,
          method,
          cartToken: self.cartToken,
          setCartToken: (token) => {
            self.cartToken = token;
          },
          viewer,
          prove: (proof) => void proofs.push(proof),
          access: new AccessSession(core, { viewer }),
        };
      },
    };
    return self;
  };
  let products = 0;
  let shelf: Promise<unknown> = Promise.resolve();
  return {
    core,
    clock,
    catalogue,
    stock: (units, price = 2_900, title = `Calm Drops ${++products}`) => {
      // One after the other: each raises the version of the catalogue.
      const added = shelf.then(() => addProduct(core, units, price, title));
      shelf = added;
      return added.then((product) => catalogue.refresh().then(() => product));
    },
    browser,
    rows: async (table) => {
      const [row] = await main.em.fork().execute<{ n: number | string }[]>(`select count(*) as n from ${table}`);
      return Number(row?.n ?? 0);
    },
    close: async () => {
      await catalogue.close();
      await bus.close();
    },
  };
}

function addProduct(core: PrivacyCore, units: number, price: number, title: string): Promise<ShelfProduct> {
  return core.stores.main.em.fork().transactional((em) => writeProduct(em, units, price, title));
}

async function writeProduct(em: SqlEntityManager, units: number, price: number, title: string): Promise<ShelfProduct> {
  const id = uuidv7();
  const [state] = await em.execute<{ version: number }[]>('select version from catalogue_state');
  const version = (state?.version ?? 0) + 1;
  if (state) await em.execute('update catalogue_state set version = ?', [version], 'run');
  else await em.execute('insert into catalogue_state (id, version) values (1, ?)', [version], 'run');
  const product = em.create(Product, {
    id,
    handle: `test-${id}`,
    status: 'ACTIVE',
    vendor: 'Barrier',
    texts: { title: { EN: title } },
    skinTypes: [],
    concerns: [],
    freeFrom: [],
    useTimes: [],
    collections: [],
    ingredients: [],
    tags: [],
    options: [],
    pictures: [],
    sourceFields: {},
    createdAt: new Date(),
    catalogueVersion: version,
  });
  const variant = em.create(Variant, {
    id: uuidv7(),
    product,
    position: 0,
    optionValues: ['30 ml'],
    prices: { EUR: price, GBP: price, USD: price, CNY: price },
    compareAtPrices: {},
    stock: units,
    stockTracked: true,
    sourceFields: {},
  });
  return { variantId: variant.id, productId: id };
}

interface PersonalView {
  answerPersonal(session: AccessSession, mark: PersonalMark, coordinate: string): Promise<unknown>;
}

/** What the door answers for a `@personal` field of an order: its shape as JSON, after the log has its entry. */
export async function atTheDoor(
  context: TestContext,
  view: unknown,
  mark: PersonalMark,
): Promise<Record<string, unknown>> {
  const answer = await (view as PersonalView).answerPersonal(context.access, mark, `Order.${mark.category}`);
  await context.access.flush();
  return JSON.parse(JSON.stringify(answer)) as Record<string, unknown>;
}
