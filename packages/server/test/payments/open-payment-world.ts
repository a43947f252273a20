import type { MailDeps } from '../../src/features/mail/mail-deps.ts';
import { registerMailJobs } from '../../src/features/mail/register-mail-jobs.ts';
import { Order } from '../../src/features/orders/order.entity.ts';
import { Payment } from '../../src/features/payments/payment.entity.ts';
import { registerPaymentEnding } from '../../src/features/payments/payment.erasure.ts';
import type { PaymentDeps } from '../../src/features/payments/payment-deps.ts';
import type { PaymentInstitution } from '../../src/features/payments/payment-institution.ts';
import { registerPaymentJobs } from '../../src/features/payments/register-payment-jobs.ts';
import { createSandboxPaymentInstitution } from '../../src/features/payments/sandbox/sandbox-payment-institution.ts';
import { startPayment } from '../../src/features/payments/start-payment.ts';
import { DEMO_SELLER } from '../../src/features/seller/demo-seller.ts';
import { JobWorker } from '../../src/platform/jobs/job-worker.ts';
import { type MovingClock, movingClock } from '../../src/platform/jobs/testing/moving-clock.ts';
import type { MailTransport } from '../../src/platform/mail/mail-transport.ts';
import type { PrivacyCore } from '../../src/privacy/core.ts';
import type { TestStores } from '../stores/describe-dialects.ts';
import { openPaymentCore } from './open-payment-core.ts';
import { type PlacedTestOrder, placeTestOrder, stockVariant, type TestOrder } from './place-test-order.ts';
import { AGREED, type SandboxProcess, startSandbox } from './sandbox-process.ts';
import { openWebhookDoor, type WebhookDoor } from './webhook-door.ts';

/** A shop that takes payments, with the sandbox institution in its own process and webhooks on a real port. */
export interface PaymentWorld {
  readonly core: PrivacyCore;
  readonly clock: MovingClock;
  readonly deps: PaymentDeps;
  readonly mailDeps: MailDeps;
  readonly worker: JobWorker;
  readonly sandbox: SandboxProcess;
  readonly door: WebhookDoor;
  readonly institution: PaymentInstitution;
  readonly variantId: string;
  place(order?: Partial<TestOrder>): Promise<PlacedTestOrder>;
  /** Places an order and opens its payment. */
  placeAndStart(order?: Partial<TestOrder>): Promise<PlacedTestOrder & { paymentUrl: string }>;
  /** States of payment and order, as `SUCCEEDED/PAID`. */
  states(orderId: string): Promise<string>;
  /** Waits until payment and order have these states. */
  reach(orderId: string, states: string): Promise<void>;
  /** Units on the shelf, set aside and sold. */
  stock(): Promise<{ shelf: number; reserved: number; sold: number }>;
  close(): Promise<void>;
}

/** What differs. */
export interface WorldOptions {
  readonly units?: number;
  readonly transport?: MailTransport | null;
  /** Where the institution keeps its sessions, for one that is to come back after its end. */
  readonly sandboxFile?: string;
  /** Puts something between shop and institution. */
  readonly between?: (institution: PaymentInstitution) => PaymentInstitution;
}

/** Opens one on stores of a test. */
export async function openPaymentWorld(stores: TestStores, options: WorldOptions = {}): Promise<PaymentWorld> {
  const { units = 10, transport = null, sandboxFile, between = (institution) => institution } = options;
  const clock = movingClock();
  const { main, keys, log } = stores;
  const parts = { stores: { main, keys, log }, mainUrl: stores.urls.mainUrl, dataDir: stores.dataDir, clock };
  const core = await openPaymentCore(parts);
  const door = await openWebhookDoor();
  const sandbox = await startSandbox(door.url, sandboxFile);
  const { apiKey, webhookSecret, publicUrl } = AGREED;
  const institution = between(createSandboxPaymentInstitution({ url: sandbox.url, apiKey, webhookSecret }));
  const deps: PaymentDeps = { core, institution, publicUrl, sellerTimeZone: 'Europe/Berlin' };
  registerPaymentEnding(core.registry, deps);
  const mailDeps: MailDeps = { core, transport, publicUrl, seller: DEMO_SELLER, production: false };
  const worker = new JobWorker({ store: main, bus: core.bus, clock });
  registerPaymentJobs(worker, deps);
  registerMailJobs(worker, mailDeps);
  door.deps = deps;
  const variantId = await stockVariant(core, units);

  const states = async (orderId: string): Promise<string> => {
    const em = main.em.fork();
    const payment = await em.findOneOrFail(Payment, { orderId });
    const order = await em.findOneOrFail(Order, { id: orderId });
    return `${payment.state}/${order.state}`;
  };
  let placed = 0;
  const place = (order: Partial<TestOrder> = {}) =>
    // An address for each order: what one address can be sent is limited.
    placeTestOrder(core, { variantId, email: `testa.mustermann.${++placed}@example.com`, ...order });
  return {
    core,
    clock,
    deps,
    mailDeps,
    worker,
    sandbox,
    door,
    institution,
    variantId,
    place,
    placeAndStart: async (wanted) => {
      const order = await place(wanted);
      const started = await startPayment(deps, order.paymentId);
      if (!('paymentUrl' in started)) throw new Error(started.error);
      return { ...order, ...started };
    },
    states,
    reach: async (orderId, wanted) => {
      const deadline = Date.now() + 50_000;
      for (let found = ''; found !== wanted; found = await states(orderId)) {
        if (Date.now() > deadline) throw new Error(`It is ${found} and not ${wanted}; ${String(door.errors[0])}`);
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
    stock: () => stockOf(core, variantId),
    close: async () => {
      await worker.close();
      await sandbox.close();
      await door.close();
      await core.bus.close();
    },
  };
}

/** Units of a variant on the shelf, set aside and sold. */
export async function stockOf(core: PrivacyCore, variantId: string) {
  const count = async (sql: string) => {
    const [row] = await core.stores.main.em.fork().execute<{ units: number | string | null }[]>(sql, [variantId]);
    return Number(row?.units ?? 0);
  };
  return {
    shelf: await count('select stock as units from variant where id = ?'),
    reserved: await count('select sum(quantity) as units from stock_reservation where variant_id = ?'),
    sold: await count('select sum(quantity) as units from sales_ledger where variant_id = ?'),
  };
}
