import { storeOptions } from '../../src/app/stores.ts';
import { registerMailJobs } from '../../src/features/mail/register-mail-jobs.ts';
import { lapsePayment } from '../../src/features/payments/lapse-payment.ts';
import { Payment } from '../../src/features/payments/payment.entity.ts';
import { registerPaymentEnding } from '../../src/features/payments/payment.erasure.ts';
import type { PaymentDeps, PaymentStep } from '../../src/features/payments/payment-deps.ts';
import { receiveWebhook } from '../../src/features/payments/receive-webhook.ts';
import { refundPayment } from '../../src/features/payments/refund-payment.ts';
import { createSandboxPaymentInstitution } from '../../src/features/payments/sandbox/sandbox-payment-institution.ts';
import { startPayment } from '../../src/features/payments/start-payment.ts';
import { DEMO_SELLER } from '../../src/features/seller/demo-seller.ts';
import { JobWorker } from '../../src/platform/jobs/job-worker.ts';
import { openStore } from '../../src/platform/orm/store.ts';
import { type ErasureStep, eraseSubject } from '../../src/privacy/erasure/erase-subject.ts';
import { openPaymentCore } from './open-payment-core.ts';
import { AGREED } from './sandbox-process.ts';

/** What the process does, and when it dies. */
export interface ProcessTask {
  readonly urls: { readonly mainUrl: string; readonly keysUrl: string; readonly logUrl: string };
  readonly dataDir: string;
  readonly sandboxUrl: string;
  /** ISO 8601. */
  readonly now: string;
  readonly act: 'start' | 'webhook' | 'lapse' | 'refund' | 'mail' | 'erase';
  readonly paymentId: string;
  readonly webhook?: { readonly body: string; readonly signature: string };
  /** A step, or `COMMIT 2`: with everything of the second transaction written, and not committed. */
  readonly dieAt: PaymentStep | ErasureStep | `COMMIT ${number}`;
}

/** A process of the shop that dies by kill -9 in the middle of an act. */
const task = JSON.parse(process.argv[2] ?? '{}') as ProcessTask;
const die = () => process.kill(process.pid, 'SIGKILL');
const clock = { now: () => new Date(task.now) };
const open = (name: 'main' | 'keys' | 'log') => openStore(storeOptions(name, task.urls));
const stores = { main: await open('main'), keys: await open('keys'), log: await open('log') };
const core = await openPaymentCore({ stores, mainUrl: task.urls.mainUrl, dataDir: task.dataDir, clock });
const { apiKey, webhookSecret, publicUrl } = AGREED;
const deps: PaymentDeps = {
  core,
  institution: createSandboxPaymentInstitution({ url: task.sandboxUrl, apiKey, webhookSecret }),
  publicUrl,
  sellerTimeZone: 'Europe/Berlin',
  onStep: (step) => {
    if (step === task.dieAt) die();
  },
};
registerPaymentEnding(core.registry, deps);
let commits = 0;
stores.main.em.getEventManager().registerSubscriber({
  beforeTransactionCommit: async () => {
    commits += 1;
    if (task.dieAt === `COMMIT ${commits}`) die();
  },
});
const acts: Record<ProcessTask['act'], () => Promise<unknown>> = {
  start: () => startPayment(deps, task.paymentId),
  webhook: () => receiveWebhook(deps, Buffer.from(task.webhook?.body ?? '', 'base64'), task.webhook?.signature),
  lapse: () => lapsePayment(deps, task.paymentId),
  refund: () => refundPayment(deps, task.paymentId),
  erase: async () => {
    const { subjectId } = await stores.main.em.fork().findOneOrFail(Payment, { id: task.paymentId });
    await eraseSubject(core, subjectId, {
      onStep: (step) => {
        if (step === task.dieAt) die();
      },
    });
  },
  mail: () => {
    const worker = new JobWorker({ store: stores.main, bus: core.bus, clock });
    registerMailJobs(worker, { core, transport: null, publicUrl, seller: DEMO_SELLER, production: false });
    return worker.runDue();
  },
};
await acts[task.act]();
// It was to die before it came here.
process.exit(3);
